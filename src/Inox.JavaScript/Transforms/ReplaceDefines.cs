using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Replaces names of unresolved globals by what is defined for them: <c>process.env.NODE_ENV</c> by <c>"production"</c>. A name that some scope
/// declares, or that is assigned to, is left alone.
/// </summary>
internal sealed class ReplaceDefines : TransformPass
{
    public override bool Applies(TransformContext context) => context.Options.Defines.Count > 0;

    public override void Run(TransformContext context)
    {
        DefineTable table = DefineTable.Read(context);
        if (!table.MayApply(context)) return;
        Rewriter rewriter = new(table);
        rewriter.Visit(context.Program);
        if (!rewriter.HasReplaced) return;
        context.HasReplacedDefines = true;
        context.IsModelStale = true;
    }

    private sealed class Rewriter(DefineTable table) : SyntaxRewriter
    {
        private Node? _target;

        public bool HasReplaced { get; private set; }

        protected override Node? VisitIdentifierReference(IdentifierReference node)
        {
            if (node.SymbolId >= 0 || ReferenceEquals(node, _target) || !table.IsRoot(node.Name)) return node;
            return Replace(node, table.Find(node.Name));
        }

        protected override Node? VisitMemberExpression(MemberExpression node)
        {
            if (!ReferenceEquals(node, _target) && PathOf(node) is { } path && Lookup(path) is { } value) return Replace(node, value);
            return base.VisitMemberExpression(node);
        }

        // `import.meta` itself may be defined
        protected override Node? VisitMetaProperty(MetaProperty node) =>
            node.Meta.Name == "import" ? Replace(node, table.Find("import.meta")) : node;

        protected override Node? VisitUnaryExpression(UnaryExpression node)
        {
            if (node.Operator == UnaryOperator.Typeof && PathOf(node.Argument) is { } path && table.Find("typeof " + path) is { } value) return Replace(node, value);
            if (node.Operator == UnaryOperator.Delete) _target = node.Argument;
            return base.VisitUnaryExpression(node);
        }

        protected override Node? VisitAssignmentExpression(AssignmentExpression node)
        {
            _target = node.Left;
            return base.VisitAssignmentExpression(node);
        }

        protected override Node? VisitUpdateExpression(UpdateExpression node)
        {
            _target = node.Argument;
            return base.VisitUpdateExpression(node);
        }

        protected override Node? VisitForInStatement(ForInStatement node)
        {
            _target = node.Left;
            return base.VisitForInStatement(node);
        }

        protected override Node? VisitForOfStatement(ForOfStatement node)
        {
            _target = node.Left;
            return base.VisitForOfStatement(node);
        }

        // [__DEV__] = x: targets within patterns stay
        protected override Node? VisitPatternProperty(PatternProperty node)
        {
            _target = node.Value;
            return base.VisitPatternProperty(node);
        }

        protected override Node? VisitArrayPattern(ArrayPattern node)
        {
            for (int i = 0; i < node.Elements.Length; i++)
            {
                _target = node.Elements[i];
                node.Elements[i] = VisitOptional(node.Elements[i]);
            }
            return node;
        }

        protected override Node? VisitAssignmentPattern(AssignmentPattern node)
        {
            _target = node.Left;
            return base.VisitAssignmentPattern(node);
        }

        protected override Node? VisitProperty(Property node)
        {
            base.VisitProperty(node);
            if (node.IsShorthand && (node.Value as IdentifierReference)?.Name != (node.Key as IdentifierName)?.Name) node.IsShorthand = false;
            return node;
        }

        protected override Node? VisitExportSpecifier(ExportSpecifier node) => node;

        private Node Replace(Expression node, DefineValue? value)
        {
            if (value is null) return node;
            HasReplaced = true;
            return value.ToExpression(node.Span);
        }

        // The define itself, or a property of one that is an object.
        private DefineValue? Lookup(string path)
        {
            if (table.Find(path) is { } whole) return whole;
            for (int dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
            {
                if (table.Find(path[..dot]) is not { } value) continue;
                foreach (string name in path[(dot + 1)..].Split('.'))
                {
                    value = value.GetProperty(name);
                    if (value is null) return null;
                }
                return value;
            }
            return null;
        }

        /// <summary>The dotted text of an expression that starts with a name defines are about; null for any other.</summary>
        private string? PathOf(Node node)
        {
            Node root = DottedName.RootOf(node);
            if (root is IdentifierReference reference ? reference.SymbolId >= 0 || !table.IsRoot(reference.Name) : root is not MetaProperty) return null;
            return DottedName.Of(node);
        }
    }
}
