using Pathfinity.Cli;

return await CommandLine.RunAsync(args, Terminal.Standard());
