using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>Tells of every write to an exported variable: <c>x = 1</c> becomes <c>_export("x", x = 1)</c>.</summary>
internal sealed class ExportWrites : SyntaxRewriter
{
    private readonly TransformContext _context;
    private readonly string _export;
    private readonly Dictionary<int, List<string>> _names = [];

    // `export default 1` has a variable that no symbol of the file stands for
    private readonly string? _default;

    public ExportWrites(TransformContext context, ModuleShape shape, string export)
    {
        (_context, _export) = (context, export);
        foreach (ModuleExport each in shape.Exports)
        {
            if (each.Local is not { SymbolId: >= 0 } local) continue;
            if (!_names.TryGetValue(local.SymbolId, out List<string>? names)) _names.Add(local.SymbolId, names = []);
            names.Add(each.Name);
        }
        _default = shape.Exports.Find(static each => each.Local is { SymbolId: < 0 }).Local?.Name;
    }

    /// <summary>Variables that the rewritten code needs, at the head of the module.</summary>
    public List<string> Temporaries { get; } = [];

    public Statement[] Rewrite(Statement[] statements) => VisitStatements(statements);

    private List<string> NamesOf(Node? target) => target switch
    {
        IdentifierReference { SymbolId: >= 0 } reference => _names.GetValueOrDefault(reference.SymbolId) ?? [],
        IdentifierReference reference when reference.Name == _default => ["default"],
        _ => [],
    };

    private Expression Tell(TextSpan span, List<string> names, Expression value)
    {
        foreach (string name in names) value = Make.Call(span, Make.Reference(span, _export), Make.String(span, name), value);
        return value;
    }

    protected override Node? VisitAssignmentExpression(AssignmentExpression node) => RewriteAssignment(node, isUsed: true);

    protected override Node? VisitExpressionStatement(ExpressionStatement node)
    {
        node.Expression = node.Expression switch
        {
            AssignmentExpression assignment => RewriteAssignment(assignment, isUsed: false),
            UpdateExpression { IsPrefix: false } update when NamesOf(update.Argument).Count > 0 => VisitRequired<Expression>(new UpdateExpression(update.Span, update.Operator, update.Argument, isPrefix: true)),
            _ => VisitRequired(node.Expression),
        };
        return node;
    }

    private Expression RewriteAssignment(AssignmentExpression node, bool isUsed)
    {
        base.VisitAssignmentExpression(node);
        TextSpan span = node.Span;
        if (node.Left is not Pattern) return Tell(span, NamesOf(node.Left), node);
        List<Expression> told = Told(node.Left);
        if (told.Count == 0) return node;
        if (!isUsed) return Make.Sequence(span, [node, .. told]);
        string kept = NewTemporary();
        return Make.Sequence(span, [Make.Assign(span, Make.Reference(span, kept), node), .. told, Make.Reference(span, kept)]);
    }

    private string NewTemporary()
    {
        string name = _context.NewTemporary();
        Temporaries.Add(name);
        return name;
    }

    // x++ has the value from before
    protected override Node? VisitUpdateExpression(UpdateExpression node)
    {
        base.VisitUpdateExpression(node);
        List<string> names = NamesOf(node.Argument);
        if (names.Count == 0) return node;
        TextSpan span = node.Span;
        if (node.IsPrefix) return Tell(span, names, node);
        string kept = NewTemporary();
        return Make.Sequence(span, Make.Assign(span, Make.Reference(span, kept), node), Tell(span, names, Copy(node.Argument)), Make.Reference(span, kept));
    }

    protected override Node? VisitForInStatement(ForInStatement node)
    {
        base.VisitForInStatement(node);
        node.Body = TellAtHead(node.Left, node.Body);
        return node;
    }

    protected override Node? VisitForOfStatement(ForOfStatement node)
    {
        base.VisitForOfStatement(node);
        node.Body = TellAtHead(node.Left, node.Body);
        return node;
    }

    private Statement TellAtHead(Node left, Statement body)
    {
        List<Expression> told = left is VariableDeclaration ? [] : Told(left);
        if (told.Count == 0) return body;
        Statement first = Make.Statement(told.Count == 1 ? told[0] : Make.Sequence(left.Span, [.. told]));
        return new BlockStatement(body.Span, body is BlockStatement block ? [first, .. block.Body] : [first, body]);
    }

    private static IdentifierReference Copy(Node target)
    {
        IdentifierReference reference = (IdentifierReference)target;
        return new(reference.Span, reference.Name) { SymbolId = reference.SymbolId };
    }

    /// <summary>A call for each exported variable in a pattern.</summary>
    private List<Expression> Told(Node pattern)
    {
        List<Expression> told = [];
        foreach (IdentifierReference name in BoundNames.WrittenBy(pattern))
            if (NamesOf(name) is { Count: > 0 } names) told.Add(Tell(name.Span, names, Copy(name)));
        return told;
    }
}
