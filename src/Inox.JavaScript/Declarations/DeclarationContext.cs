using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Declarations;

/// <summary>What the parts of one run share.</summary>
internal sealed class DeclarationContext
{
    private readonly HashSet<string> _names = [];

    public DeclarationContext(ParseResult parsed)
    {
        Program = parsed.Program;
        Source = parsed.Source;
        Model = SemanticAnalyzer.Analyze(parsed, SemanticOptions.Default);
        Enums = new(Model);
        new EnumCollector(Enums).Visit(parsed.Program);
        foreach (ref readonly Symbol symbol in Model.Symbols) _names.Add(symbol.Name);
        foreach (ref readonly Reference reference in Model.References) _names.Add(reference.Node.Name);
    }

    public Program Program { get; }

    public SourceText Source { get; }

    public SemanticModel Model { get; }

    public EnumEvaluator Enums { get; }

    public List<Diagnostic> Diagnostics { get; } = [];

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params string[] arguments) =>
        Diagnostics.Add(new() { Descriptor = descriptor, Source = Source, Span = span, Arguments = arguments });

    /// <summary>A name that nothing in the file has.</summary>
    public string NewName(string wish)
    {
        string name = wish;
        for (int i = 1; !_names.Add(name); i++) name = $"{wish}_{i}";
        return name;
    }

    /// <summary><c>Symbol.iterator</c> and its like, where no declaration of the file hides <c>Symbol</c>.</summary>
    public static bool IsGlobalSymbol(Node key) => key is MemberExpression { IsComputed: false, Object: var holder } && holder switch
    {
        IdentifierReference { Name: "Symbol", SymbolId: < 0 } => true,
        MemberExpression { IsComputed: false, Property: IdentifierName { Name: "Symbol" }, Object: IdentifierReference { Name: "globalThis", SymbolId: < 0 } } => true,
        _ => false,
    };

    /// <summary>A dotted name: what a type or an <c>extends</c> clause can name.</summary>
    public static bool IsEntityName(Node expression)
    {
        while (expression is MemberExpression { IsComputed: false, IsOptional: false, Property: IdentifierName } member) expression = member.Object;
        return expression is IdentifierReference;
    }

    /// <summary>Whether a computed key is a literal, so that the name is known.</summary>
    public static bool IsLiteralKey(Node key) =>
        key is StringLiteral or NumericLiteral or TemplateLiteral { Expressions.Length: 0 }
            or UnaryExpression { Operator: UnaryOperator.Minus or UnaryOperator.Plus, Argument: NumericLiteral };
}
