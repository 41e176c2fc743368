using Aspire.Hosting.Docker.Resources;
using Aspire.Hosting.Docker.Resources.ComposeNodes;

namespace Pathfinity.AppHost;

/// <summary>
/// What a published Docker Compose file takes where its file of settings says nothing: images under our name, the
/// parameters as they are here. A secret has no such value: Compose refuses to start without it.
/// </summary>
internal static class ComposeDefaults
{
    public static void Fill(ComposeFile file, IEnumerable<ParameterResource> parameters)
    {
        var defaults = parameters.ToDictionary(
            parameter => Variable(parameter.Name),
            parameter => parameter.Secret ? ":?" : ":-" + parameter.Default?.GetDefaultValue(), StringComparer.Ordinal);
        foreach (var service in file.Services.Values)
        {
            defaults[Variable(service.Name) + "_IMAGE"] = $":-pathfinity/{service.Name}:latest";
        }
        foreach (var service in file.Services.Values)
        {
            Fill(service, text => defaults.Aggregate(text, With));
        }
    }

    private static void Fill(Service service, Func<string, string> filled)
    {
        service.Image = service.Image is null ? null : filled(service.Image);
        service.Command = [.. service.Command.Select(filled)];
        foreach (var (name, value) in service.Environment.ToArray())
        {
            service.Environment[name] = filled(value);
        }
    }

    private static string With(string text, KeyValuePair<string, string> variable) =>
        text.Replace($"${{{variable.Key}}}", $"${{{variable.Key}{variable.Value}}}", StringComparison.Ordinal);

    private static string Variable(string name) => name.Replace('-', '_').ToUpperInvariant();
}
