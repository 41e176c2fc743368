using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using Pathfinity.Learning;
using YamlDotNet.RepresentationModel;

namespace Pathfinity.Simulation;

/// <summary>The model's constants as a block of YAML: only those that differ from their defaults.</summary>
internal static class ModelYaml
{
    private static readonly (string Key, PropertyInfo Property, RangeAttribute Range)[] Constants =
    [
        .. typeof(ModelParameters).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => (Key(property.Name), property, property.GetCustomAttribute<RangeAttribute>()!)),
    ];

    /// <summary>The block with its last line's end; nothing when all constants have their defaults.</summary>
    public static string Write(ModelParameters model)
    {
        var block = new StringBuilder();
        foreach (var (key, property, _) in Constants)
        {
            var value = property.GetValue(model)!;
            if (!value.Equals(property.GetValue(ModelParameters.Default)))
            {
                block.Append(CultureInfo.InvariantCulture, $"  {key}: {value}\n");
            }
        }
        return block.Length == 0 ? "" : $"model:\n{block}";
    }

    /// <exception cref="SpecException">A key is unknown or a value out of its range; the message begins with the line.</exception>
    public static ModelParameters Read(YamlNode node)
    {
        var block = node as YamlMappingNode
            ?? throw WorldSpecYaml.Refused(node, "model: lines 'constant: number' are needed, indented");
        var model = ModelParameters.Default with { };
        foreach (var (name, value) in block.Children)
        {
            var (key, property, range) = Constants.FirstOrDefault(constant => constant.Key == (name as YamlScalarNode)?.Value);
            if (property is null)
            {
                throw WorldSpecYaml.Refused(name, $"model: '{name}' is no constant of the model; docs/model.md lists them");
            }
            property.SetValue(model, Value(property, range, value) ?? throw WorldSpecYaml.Refused(value, string.Create(
                CultureInfo.InvariantCulture,
                $"model: {key}: '{value}' is no {(property.PropertyType == typeof(int) ? "whole number" : "number")} from {range.Minimum} to {range.Maximum}")));
        }
        return model;
    }

    private static object? Value(PropertyInfo property, RangeAttribute range, YamlNode node)
    {
        var text = (node as YamlScalarNode)?.Value;
        if (property.PropertyType == typeof(int))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                && whole >= (int)range.Minimum && whole <= (int)range.Maximum ? whole : null;
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= (double)range.Minimum && number <= (double)range.Maximum ? number : null;
    }

    /// <summary>snake_case of a property's name.</summary>
    private static string Key(string name) => string.Concat(
        name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
