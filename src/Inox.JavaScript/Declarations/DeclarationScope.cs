using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

/// <summary>The statements of a file or of one block of a namespace, with what each of them becomes.</summary>
internal sealed class DeclarationScope(Statement[] body, bool isFile, bool isAmbient, bool showsAll)
{
    public Statement[] Body { get; } = body;

    public bool IsFile { get; } = isFile;

    /// <summary>Within <c>declare namespace</c>, where everything but an alias is exported.</summary>
    public bool IsAmbient { get; } = isAmbient;

    /// <summary>In a script every declaration is seen by other files.</summary>
    public bool ShowsAll { get; } = showsAll;

    /// <summary>The declarations of each statement, in the order of <see cref="Body"/>; null for none.</summary>
    public List<Statement>?[] Outputs { get; } = new List<Statement>?[body.Length];

    /// <summary>Those of <c>import</c> specifiers and variables that are wanted: one statement may hold several.</summary>
    public HashSet<BindingIdentifier> Wanted { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What wanted variables became.</summary>
    public Dictionary<BindingIdentifier, VariableDeclarator> Variables { get; } = new(ReferenceEqualityComparer.Instance);

    public bool HasExpando(int symbol) => (_expandos ??= FindExpandos.In(Body)).Contains(symbol);

    private HashSet<int>? _expandos;
}

/// <summary>One declaration that may be wanted: a statement, or a name of it when <paramref name="Name"/> is not null.</summary>
internal readonly record struct DeclarationUnit(DeclarationScope Scope, int Statement, BindingIdentifier? Name, VariableDeclarator? Declarator);
