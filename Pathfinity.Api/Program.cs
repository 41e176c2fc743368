using Pathfinity.Api;

return await ApiHost.RunAsync();
