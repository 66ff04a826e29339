using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Lowers enums to a variable and a function that fills its object, in a shape that a bundler can drop when nothing uses it:
/// <c>var E = /* @__PURE__ */ ((E) =&gt; { E[E["A"] = 0] = "A"; return E; })(E || {})</c>. Members of const enums are replaced by their values.
/// </summary>
internal sealed class LowerEnums : TransformPass
{
    public override bool Applies(TransformContext context) => (context.Features & ProgramFeatures.Enum) != 0;

    public override void Run(TransformContext context)
    {
        EnumEvaluator evaluator = new(context.Model);
        new EnumCollector(evaluator).Visit(context.Program);
        new Rewriter(context, evaluator).Visit(context.Program);
        context.IsModelStale = true;
    }

    private sealed class Rewriter(TransformContext context, EnumEvaluator evaluator) : SyntaxRewriter
    {
        private readonly HashSet<int> _declared = [];
        private BindingIdentifier? _parameter;
        private int _blocks;
        private bool _isExported;

        protected override void VisitListedStatement(Statement statement, List<Statement> output)
        {
            if (statement is ExportNamedDeclaration { Declaration: TSEnumDeclaration { IsDeclare: false } exported } export)
            {
                _isExported = true;
                Statement lowered = Lower(exported);
                _isExported = false;
                if (lowered is VariableDeclaration)
                {
                    export.Declaration = lowered;
                    lowered = export;
                }
                output.Add(lowered);
            }
            else if (statement is TSEnumDeclaration { IsDeclare: false } node)
            {
                output.Add(Lower(node));
            }
            else
            {
                base.VisitListedStatement(statement, output);
            }
        }

        protected override Node? VisitTSEnumDeclaration(TSEnumDeclaration node) => node.IsDeclare ? node : Lower(node);

        protected override Node? VisitMemberExpression(MemberExpression node)
        {
            if (node.Object is IdentifierReference { SymbolId: >= 0 } reference && evaluator.Find(reference.SymbolId) is { IsConst: true } && evaluator.EvaluateMember(node) is { } value)
                return Make.Constant(node.Span, value);
            return base.VisitMemberExpression(node);
        }

        // B = f(A): within its enum a member is named bare
        protected override Node? VisitIdentifierReference(IdentifierReference node)
        {
            if (_parameter is null || !evaluator.IsMemberName(node)) return node;
            return Make.Member(node.Span, Make.Reference(node.Span, _parameter.Name), node.Name);
        }

        protected override Node? VisitProperty(Property node)
        {
            node = (Property)base.VisitProperty(node)!;
            if (node.IsShorthand && node.Value is not IdentifierReference) node.IsShorthand = false;
            return node;
        }

        protected override Node? VisitBlockStatement(BlockStatement node)
        {
            _blocks++;
            base.VisitBlockStatement(node);
            _blocks--;
            return node;
        }

        protected override Node? VisitSwitchStatement(SwitchStatement node)
        {
            _blocks++;
            base.VisitSwitchStatement(node);
            _blocks--;
            return node;
        }

        protected override Node? VisitStaticBlock(StaticBlock node)
        {
            _blocks++;
            base.VisitStaticBlock(node);
            _blocks--;
            return node;
        }

        protected override Node? VisitTSModuleDeclaration(TSModuleDeclaration node)
        {
            if (node.IsDeclare) return node;
            _blocks++;
            Node? result = base.VisitTSModuleDeclaration(node);
            _blocks--;
            return result;
        }

        private Statement Lower(TSEnumDeclaration node)
        {
            TextSpan span = node.Span;
            BindingIdentifier parameter = Make.Binding(node.Id.Span, node.Id.Name);
            EnumConstants constants = evaluator.GetOrAdd(node.Id.SymbolId);
            List<Statement> body = FillObject(node, constants, parameter);
            body.Add(new ReturnStatement(span, Make.Reference(span, parameter.Name)));
            bool isTopLevel = _blocks == 0;
            if (isTopLevel) context.Enums[node.Id.Name] = constants;
            bool isFirst = _declared.Add(node.Id.SymbolId);
            // in a namespace an exported enum is a property, and another block may have made it
            bool mayExist = isTopLevel || _isExported || !isFirst;
            Expression argument = mayExist ? Make.OrObject(span, Make.Reference(node.Id)) : new ObjectExpression(span, []);
            CallExpression call = Make.Call(span, Make.Arrow(span, parameter, [.. body]), argument);
            call.IsPure = IsPure(node);
            if (isFirst) return Make.Variable(span, isTopLevel ? VariableKind.Var : VariableKind.Let, node.Id, call);
            return Make.AssignStatement(span, Make.Reference(node.Id), call);
        }

        private bool IsPure(TSEnumDeclaration node)
        {
            foreach (TSEnumMember member in node.Members)
                if (member.Initializer is not null && evaluator.Evaluate(member.Initializer, evaluator.Find(node.Id.SymbolId)) is null && member.Initializer is not (StringLiteral or NumericLiteral or MemberExpression { Object: IdentifierReference })) return false;
            return true;
        }

        private List<Statement> FillObject(TSEnumDeclaration node, EnumConstants constants, BindingIdentifier parameter)
        {
            List<Statement> body = [];
            BindingIdentifier? outer = _parameter;
            _parameter = parameter;
            foreach ((string name, TSEnumMember member, ConstantValue? value) in EnumMembers.Evaluate(node, constants, evaluator))
            {
                TextSpan span = member.Span;
                bool isText = value is { Text: not null } || (value is null && member.Initializer is not null && EnumMembers.IsText(member.Initializer));
                Expression init = value is { } known ? Make.Constant(span, known)
                    : member.Initializer is null ? Make.Undefined(span)
                    : VisitRequired(member.Initializer);
                Expression assign = Make.Assign(span, Make.Index(span, Make.Reference(span, parameter.Name), Make.String(member.Id.Span, name)), init);
                body.Add(isText ? new ExpressionStatement(span, assign)
                    : Make.AssignStatement(span, Make.Index(span, Make.Reference(span, parameter.Name), assign), Make.String(member.Id.Span, name)));
            }
            _parameter = outer;
            return body;
        }
    }
}
