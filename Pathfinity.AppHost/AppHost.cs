using Pathfinity.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
builder.AddTarget();

var world = builder.AddParameterOr("world", "demo");
var seed = builder.AddParameterOr("seed", "1");
var students = builder.AddParameterOr("students", "200");
var history = builder.AddParameterOr("history", "175");

var database = builder.AddDatabase("pathfinity");
var adoNet = new AdoNetProvider(database);

var migrations = builder.AddProject<Projects.Pathfinity_Cli>("migrations")
    .WithArgs("world", "migrate")
    .Uses(database)
    .WaitFor(database)
    .PublishAsJob(order: 1);

var seeding = builder.AddProject<Projects.Pathfinity_Cli>("seed-world")
    .Uses(database)
    .WaitForCompletion(migrations)
    .PublishAsJob(order: 2);
var preparation = WorldPreparation.Of(seeding, students, world, seed, history);

if (builder.ExecutionContext.IsRunMode)
{
    // Costs money, so it waits for the start button.
    builder.AddProject<Projects.Pathfinity_Silo>("drafts")
        .WithArgs("draft", builder.AddParameterOr("draft-budget-usd", "1"))
        .WithEnvironment("ANTHROPIC_API_KEY", builder.AddParameter("anthropic-api-key", secret: true))
        .Uses(database)
        .WaitForCompletion(seeding)
        .WithExplicitStart();
}

var cluster = builder.AddOrleans("cluster")
    .WithClusterId("pathfinity")
    .WithServiceId("pathfinity")
    .WithClustering(adoNet)
    .WithGrainStorage("Default", adoNet)
    .WithReminders(adoNet);

var silos = builder.AddProject<Projects.Pathfinity_Silo>("silo")
    .WithReference(cluster)
    .WithHttp()
    .WithHealth()
    .WithSilos(builder.Configuration.Whole("silos", 3))
    .WaitForCompletion(seeding);

builder.AddProject<Projects.Pathfinity_Api>("api")
    .WithReference(cluster.AsClient())
    .WithEnvironment("Pathfinity__Worlds", world)
    .WithHttp(builder.Configuration.Whole("port", 5080))
    .WithExternalHttpEndpoints()
    .WithHealth()
    .WithWorldCommands(world, preparation, silos)
    .WaitFor(silos);

builder.Build().Run();
