using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>The walk of <see cref="LowerNamespaces"/>.</summary>
internal sealed class NamespaceRewriter(TransformContext context, NamespaceExports exports) : SyntaxRewriter
{
    /// <summary>One namespace being lowered: its identity, the parameter its object has, and its scope (-1 for the outer of `a.b`).</summary>
    private readonly record struct Level(string Key, string Parameter, int Scope);

    private readonly List<Level> _levels = [];
    private readonly HashSet<int> _declared = [];
    private readonly Dictionary<int, string> _memberOf = [];
    private int _blocks;

    protected override void VisitListedStatement(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case TSModuleDeclaration node when NamespaceContent.IsInstantiated(node): Lower(node, isExported: false, output); break;
            case ExportNamedDeclaration { Declaration: TSModuleDeclaration node } when NamespaceContent.IsInstantiated(node): Lower(node, isExported: true, output); break;
            case ExportNamedDeclaration { Declaration: { } declaration } when IsDirectlyInNamespace: Export(declaration, output); break;
            case TSImportEqualsDeclaration alias when IsDirectlyInNamespace: LowerAlias(alias, output); break;
            default: base.VisitListedStatement(statement, output); break;
        }
    }

    private bool IsDirectlyInNamespace => _levels.Count > 0 && _blocks == 0;

    protected override Node? VisitTSModuleDeclaration(TSModuleDeclaration node) => node;

    protected override Node? VisitBlockStatement(BlockStatement node)
    {
        _blocks++;
        base.VisitBlockStatement(node);
        _blocks--;
        return node;
    }

    private void Lower(TSModuleDeclaration node, bool isExported, List<Statement> output)
    {
        BindingIdentifier[] names = NamespaceNames.Of(node);
        if (names.Length == 0) return;
        string? parent = _levels.Count > 0 && isExported && IsDirectlyInNamespace ? _levels[^1].Parameter : null;
        bool isModuleExport = isExported && _levels.Count == 0;
        int outerBlocks = _blocks;
        if (NeedsDeclaration(names[0]))
        {
            VariableKind kind = _levels.Count == 0 && _blocks == 0 ? VariableKind.Var : VariableKind.Let;
            Statement declaration = Make.Variable(node.Span, kind, names[0], null);
            output.Add(isModuleExport ? new ExportNamedDeclaration(node.Span, declaration, [], null, []) : declaration);
        }
        _blocks = 0;
        output.Add(LowerName(node, names, 0, parent));
        _blocks = outerBlocks;
    }

    // class A {} namespace A {}: the class has declared it
    private bool NeedsDeclaration(BindingIdentifier name)
    {
        if (name.SymbolId < 0) return true;
        SymbolFlags flags = context.Model.GetSymbol(name.SymbolId).Flags;
        return (flags & (SymbolFlags.Function | SymbolFlags.Class | SymbolFlags.Enum | SymbolFlags.ConstEnum)) == 0 && _declared.Add(name.SymbolId);
    }

    // ((A) => { body })(A || (A = {})), inside of P: ((A) => { body })(A = P.A || (P.A = {}))
    private ExpressionStatement LowerName(TSModuleDeclaration node, BindingIdentifier[] names, int index, string? parent)
    {
        TextSpan span = node.Span;
        BindingIdentifier name = names[index];
        string parameter = ChooseParameter(node, name);
        string key = NamespaceExports.KeyOf(_levels.Count > 0 ? _levels[^1].Key : null, name);
        bool isInnermost = index == names.Length - 1;
        _levels.Add(new(key, parameter, isInnermost ? node.ScopeId : -1));
        Statement[] body = isInnermost ? LowerBody(node, parameter) : LowerInner(node, names, index, parameter);
        _levels.RemoveAt(_levels.Count - 1);
        return new(span, Make.Call(span, Make.Arrow(span, Make.Binding(name.Span, parameter), body), MakeObject(name, parent)));
    }

    private Statement[] LowerInner(TSModuleDeclaration node, BindingIdentifier[] names, int index, string parameter) =>
        [Make.Variable(node.Span, VariableKind.Let, names[index + 1], null), LowerName(node, names, index + 1, parameter)];

    private Statement[] LowerBody(TSModuleDeclaration node, string parameter)
    {
        MarkExports(node, parameter);
        return VisitStatements(node.Body!.Body);
    }

    private static Expression MakeObject(BindingIdentifier name, string? parent)
    {
        TextSpan span = name.Span;
        ObjectExpression empty = new(span, []);
        if (parent is null) return new LogicalExpression(span, Make.Reference(name), LogicalOperator.Or, Make.Assign(span, Make.Reference(name), empty));
        Expression stored = Make.Member(span, Make.Reference(span, parent), name.Name);
        Expression store = Make.Assign(span, Make.Member(span, Make.Reference(span, parent), name.Name), empty);
        return Make.Assign(span, Make.Reference(name), new LogicalExpression(span, stored, LogicalOperator.Or, store));
    }

    // namespace A { class A {} }: the parameter must not hide the class
    private string ChooseParameter(TSModuleDeclaration node, BindingIdentifier name)
    {
        if (node.ScopeId < 0) return name.Name;
        int last = context.Model.GetScope(node.ScopeId).LastDescendant;
        foreach (ref readonly Symbol symbol in context.Model.Symbols)
            if (symbol.Scope >= node.ScopeId && symbol.Scope <= last && symbol.Name == name.Name) return context.NewName(name.Name);
        return name.Name;
    }

    private void MarkExports(TSModuleDeclaration node, string parameter)
    {
        foreach (Statement statement in node.Body!.Body)
        {
            if (statement is TSImportEqualsDeclaration { IsExport: true } alias) Mark(alias.Id, parameter);
            if (statement is not ExportNamedDeclaration { Declaration: VariableDeclaration { IsDeclare: false } variables }) continue;
            foreach (VariableDeclarator declarator in variables.Declarations)
                foreach (BindingIdentifier id in BoundNames.Of(declarator.Id)) Mark(id, parameter);
        }
    }

    private void Mark(BindingIdentifier id, string parameter)
    {
        if (exports.Variables.Contains(id.SymbolId)) _memberOf[id.SymbolId] = parameter;
    }

    private void Export(Statement declaration, List<Statement> output)
    {
        switch (declaration)
        {
            case VariableDeclaration { IsDeclare: true }: break;
            case VariableDeclaration variables: ExportVariables(variables, output); break;
            case FunctionDeclaration { Body: not null, IsDeclare: false, Id: { } id }:
                base.VisitListedStatement(declaration, output);
                output.Add(Store(id));
                break;
            case ClassDeclaration { IsDeclare: false, Id: { } id }:
                base.VisitListedStatement(declaration, output);
                output.Add(Store(id));
                break;
        }
    }

    private ExpressionStatement Store(BindingIdentifier id) =>
        Make.AssignStatement(id.Span, Make.Member(id.Span, Make.Reference(id.Span, _levels[^1].Parameter), id.Name), Make.Reference(id));

    private void ExportVariables(VariableDeclaration variables, List<Statement> output)
    {
        foreach (VariableDeclarator declarator in variables.Declarations)
        {
            if (declarator.Init is null) continue;
            Expression init = VisitRequired(declarator.Init);
            output.Add(Make.AssignStatement(declarator.Span, ToTarget(declarator.Id), init));
        }
    }

    // export const { a, b: [c] } = x: ({ a: N.a, b: [N.c] } = x)
    private Node ToTarget(Node pattern)
    {
        switch (pattern)
        {
            case BindingIdentifier id: return VisitRequired<Expression>(Make.Reference(id));
            case AssignmentPattern assignment:
                assignment.Left = ToTarget(assignment.Left);
                assignment.Right = VisitRequired(assignment.Right);
                return assignment;
            case RestElement rest:
                rest.Argument = ToTarget(rest.Argument);
                return rest;
            case PatternProperty property:
                if (property.IsComputed) property.Key = VisitRequired(property.Key);
                property.Value = ToTarget(property.Value);
                property.IsShorthand = false;
                return property;
            case ArrayPattern array:
                for (int i = 0; i < array.Elements.Length; i++) if (array.Elements[i] is { } element) array.Elements[i] = ToTarget(element);
                return array;
            case ObjectPattern obj:
                for (int i = 0; i < obj.Properties.Length; i++) obj.Properties[i] = ToTarget(obj.Properties[i]);
                return obj;
            default: return VisitRequired(pattern);
        }
    }

    private void LowerAlias(TSImportEqualsDeclaration alias, List<Statement> output)
    {
        if (alias.ImportKind == ImportKind.Type || alias.ModuleReference is TSExternalModuleReference) return;
        bool isMember = _memberOf.ContainsKey(alias.Id.SymbolId);
        if (!isMember && (alias.Id.SymbolId < 0 || context.Model.GetSymbol(alias.Id.SymbolId).ValueReferences == 0)) return;
        Expression value = VisitRequired(EntityExpression.From(alias.ModuleReference));
        output.Add(isMember
            ? Make.AssignStatement(alias.Span, VisitRequired<Expression>(Make.Reference(alias.Id)), value)
            : Make.Variable(alias.Span, VariableKind.Var, alias.Id, value));
    }

    protected override Node? VisitIdentifierReference(IdentifierReference node)
    {
        if (_levels.Count == 0) return node;
        string? owner = node.SymbolId >= 0 && _memberOf.TryGetValue(node.SymbolId, out string? parameter) ? parameter : FindInOtherBlock(node);
        return owner is null ? node : Make.Member(node.Span, Make.Reference(node.Span, owner), node.Name);
    }

    // namespace A { export let x } namespace A { x }: the scopes do not know of each other
    private string? FindInOtherBlock(IdentifierReference node)
    {
        int scope = node.SymbolId < 0 ? -1 : context.Model.GetSymbol(node.SymbolId).Scope;
        for (int i = _levels.Count - 1; i >= 0; i--)
        {
            Level level = _levels[i];
            if (level.Scope >= 0 && scope >= level.Scope && scope <= context.Model.GetScope(level.Scope).LastDescendant) return null;
            if (exports.Exports(level.Key, node.Name)) return level.Parameter;
        }
        return null;
    }

    protected override Node? VisitProperty(Property node)
    {
        base.VisitProperty(node);
        if (node.IsShorthand && node.Value is not IdentifierReference) node.IsShorthand = false;
        return node;
    }

    // ({ x } = y) where x is exported
    protected override Node? VisitPatternProperty(PatternProperty node)
    {
        base.VisitPatternProperty(node);
        Node target = node.Value is AssignmentPattern assignment ? assignment.Left : node.Value;
        if (node.IsShorthand && target is not (IdentifierReference or BindingIdentifier)) node.IsShorthand = false;
        return node;
    }
}
