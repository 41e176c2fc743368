using Pathfinity.Silo;

return await SiloHost.RunAsync(args);
