using System.Collections.Frozen;
using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// The tree after all passes, the same object that was given, with a model that fits it. <paramref name="Enums"/> has the constant members
/// of the file's top-level enums by name.
/// </summary>
public sealed record TransformResult(Program Program, SemanticModel Model, Diagnostic[] Diagnostics, IReadOnlyDictionary<string, EnumConstants> Enums)
{
    /// <summary>What the file calls the helpers it left to the linker, each name with that of the helper; no scope of the file declares them.</summary>
    public IReadOnlyDictionary<string, string> SharedHelpers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// Imports that stay only for the metadata of decorators. That asks whether they are there, so a linker may leave them undefined where they turn
    /// out to be types.
    /// </summary>
    public IReadOnlyList<BindingIdentifier> PossibleTypes { get; init; } = [];
}

/// <summary>The members of an enum whose values are known.</summary>
public sealed class EnumConstants
{
    private readonly Dictionary<string, ConstantValue> _members = [];

    public bool IsConst { get; internal set; }

    public IReadOnlyDictionary<string, ConstantValue> Members => _members;

    internal void Set(string name, ConstantValue? value)
    {
        if (value is { } known) _members[name] = known;
        else _members.Remove(name);
    }
}

/// <summary>A number, or a string when <paramref name="Text"/> is not null.</summary>
public readonly record struct ConstantValue(double Number, string? Text)
{
    public static ConstantValue Of(double number) => new(number, null);

    public static ConstantValue Of(string text) => new(0, text);
}
