using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>What the rules over one file share.</summary>
internal sealed record RuleContext(SemanticModel Model, SemanticOptions Options, TypeScriptRules Rules)
{
    public List<Diagnostic> Found { get; } = [];
}

/// <summary>One rule: a walk over the file that reports.</summary>
internal abstract class TypeScriptRule(RuleContext context) : SyntaxVisitor
{
    private bool _isAmbient = context.Options.Language == Language.Declarations;

    protected SemanticModel Model => context.Model;

    protected TypeScriptRules Rules => context.Rules;

    /// <summary>Whether the node at hand is declared only and gone at run time.</summary>
    protected bool IsAmbient => _isAmbient;

    public virtual void Check() => Visit(Model.Program);

    protected void Report(DiagnosticDescriptor descriptor, TextSpan span, params string[] arguments) =>
        context.Found.Add(new() { Descriptor = descriptor, Source = context.Options.Source, Span = span, Arguments = arguments });

    protected override void VisitTSModuleDeclaration(TSModuleDeclaration node)
    {
        bool outer = _isAmbient;
        _isAmbient |= node.IsDeclare;
        base.VisitTSModuleDeclaration(node);
        _isAmbient = outer;
    }

    protected override void VisitClassDeclaration(ClassDeclaration node)
    {
        bool outer = _isAmbient;
        _isAmbient |= node.IsDeclare;
        base.VisitClassDeclaration(node);
        _isAmbient = outer;
    }

    protected override void VisitTSEnumDeclaration(TSEnumDeclaration node)
    {
        bool outer = _isAmbient;
        _isAmbient |= node.IsDeclare;
        base.VisitTSEnumDeclaration(node);
        _isAmbient = outer;
    }
}
