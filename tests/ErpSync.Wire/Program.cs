using ErpSync.Wire;

return await WireTool.RunAsync(args);
