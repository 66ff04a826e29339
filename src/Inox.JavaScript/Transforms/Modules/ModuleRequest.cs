using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>One module that a file asks for, and which of its exports; all its imports and exports from there share the variable.</summary>
internal sealed class ModuleRequest(StringLiteral source)
{
    public StringLiteral Source { get; } = source;

    /// <summary>The variable that holds it; null while it is only evaluated.</summary>
    public string? Variable { get; set; }

    public bool UsesDefault { get; set; }

    public bool UsesNamed { get; set; }

    public bool UsesNamespace { get; set; }

    /// <summary><c>export * from</c> it.</summary>
    public bool IsStarExport { get; set; }

    // both `default` and others from one that may be no ES module
    public bool NeedsNamespace => UsesNamespace || (UsesDefault && UsesNamed);
}

/// <summary>One exported name with what it stands for: a variable of the file, or a member of a module asked for.</summary>
internal readonly record struct ModuleExport(string Name, BindingIdentifier? Local, ModuleRequest? Request, string? Member);
