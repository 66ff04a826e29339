using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>
/// Finds the syntax of a tree that a target lacks, each feature at its first use. It walks what is left behind the other passes: what dead
/// branches and types held does not matter, and what TypeScript and JSX became does.
/// </summary>
internal sealed partial class SyntaxScan(TransformContext context) : SyntaxVisitor
{
    private readonly List<(SyntaxFeature Feature, TextSpan Span)> _found = [];

    // features that the target lacks and were not met yet
    private ulong _open = context.Options.Target.Unsupported;

    // a top-level `await` is one at depth 0
    private int _functionDepth;

    /// <summary>A bit for each feature that was found.</summary>
    public ulong Found { get; private set; }

    /// <summary>Reports what was found of <paramref name="features"/>, in the order of the source.</summary>
    public void Report(ulong features)
    {
        LanguageTarget target = context.Options.Target;
        foreach ((SyntaxFeature feature, TextSpan span) in _found)
        {
            if ((features & 1UL << (int)feature) == 0) continue;
            context.Report(TransformDiagnostics.NewerThanTarget, span, SyntaxFeatures.NameOf(feature), EcmaVersions.NameOf(SyntaxFeatures.VersionOf(feature)), target.Name);
        }
    }

    private void Use(SyntaxFeature feature, TextSpan span)
    {
        ulong bit = 1UL << (int)feature;
        if ((_open & bit) == 0) return;
        _open &= ~bit;
        Found |= bit;
        _found.Add((feature, span));
    }

    // Points at one token of the node, found from an offset on. A node that a pass made has the span of what it came from, without that token:
    // then the whole is shown.
    private void Use(SyntaxFeature feature, Node node, string token, int from = -1)
    {
        if ((_open & 1UL << (int)feature) == 0) return;
        if (from < node.Start || from > node.End) from = node.Start;
        int found = context.Source.Text.IndexOf(token, from, node.End - from, StringComparison.Ordinal);
        Use(feature, found < 0 ? node.Span : new(found, found + token.Length));
    }

    private bool IsLowered(LinkedSyntax syntax) => (context.Options.LoweredByLinker & syntax) != 0;

    protected override void VisitProgram(Program node)
    {
        if (node.Hashbang is { } line) Use(SyntaxFeature.Hashbang, new(0, Math.Min(line.Length + 2, node.End)));
        base.VisitProgram(node);
    }

    protected override void VisitVariableDeclaration(VariableDeclaration node)
    {
        switch (node.DeclarationKind)
        {
            case VariableKind.Let: Use(SyntaxFeature.Let, node, "let"); break;
            case VariableKind.Const: Use(SyntaxFeature.Const, node, "const"); break;
            case VariableKind.Using: Use(SyntaxFeature.Using, node, "using"); break;
            case VariableKind.AwaitUsing: Use(SyntaxFeature.AwaitUsing, node, "await using"); break;
        }
        base.VisitVariableDeclaration(node);
    }

    protected override void VisitForOfStatement(ForOfStatement node)
    {
        if (node.IsAwait) UseTopLevelAwait(node);
        if (node.IsAwait) Use(SyntaxFeature.ForAwait, node, "for");
        else Use(SyntaxFeature.ForOf, node, "of", node.Left.End);
        base.VisitForOfStatement(node);
    }

    protected override void VisitCatchClause(CatchClause node)
    {
        if (node.Param is null) Use(SyntaxFeature.OptionalCatchBinding, node, "catch");
        base.VisitCatchClause(node);
    }

    protected override void VisitAwaitExpression(AwaitExpression node)
    {
        UseTopLevelAwait(node);
        base.VisitAwaitExpression(node);
    }

    private void UseTopLevelAwait(Node node)
    {
        if (_functionDepth == 0) Use(SyntaxFeature.TopLevelAwait, node, "await");
    }

    protected override void VisitImportDeclaration(ImportDeclaration node)
    {
        if (!IsLowered(LinkedSyntax.Modules)) Use(SyntaxFeature.Module, node, "import");
        if (node.Phase != ImportPhase.Evaluation) Use(SyntaxFeature.ImportPhase, node.Span);
        UseAttributes(node.Attributes);
        base.VisitImportDeclaration(node);
    }

    protected override void VisitExportNamedDeclaration(ExportNamedDeclaration node)
    {
        if (!IsLowered(LinkedSyntax.Modules)) Use(SyntaxFeature.Module, node, "export");
        UseAttributes(node.Attributes);
        base.VisitExportNamedDeclaration(node);
    }

    protected override void VisitExportDefaultDeclaration(ExportDefaultDeclaration node)
    {
        if (!IsLowered(LinkedSyntax.Modules)) Use(SyntaxFeature.Module, node, "export");
        base.VisitExportDefaultDeclaration(node);
    }

    protected override void VisitExportAllDeclaration(ExportAllDeclaration node)
    {
        if (!IsLowered(LinkedSyntax.Modules))
        {
            Use(SyntaxFeature.Module, node, "export");
            if (node.Exported is { } name) Use(SyntaxFeature.ExportNamespace, new(node.Start, name.End));
        }
        UseAttributes(node.Attributes);
        base.VisitExportAllDeclaration(node);
    }

    private void UseAttributes(ImportAttribute[] attributes)
    {
        if (attributes.Length > 0 && !IsLowered(LinkedSyntax.ImportAttributes)) Use(SyntaxFeature.ImportAttributes, attributes[0].Span);
    }
}
