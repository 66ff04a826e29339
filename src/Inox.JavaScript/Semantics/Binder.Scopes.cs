using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

// What opens a scope.
internal sealed partial class Binder
{
    protected override void VisitBlockStatement(BlockStatement node)
    {
        bool opens = DeclaresLexically(node.Body);
        node.ScopeId = opens ? OpenScope(ScopeKind.Block, node) : -1;
        VisitStatements(node.Body);
        if (opens) CloseScope();
    }

    // if (x) function f() {}: as if a block stood around it (ECMA-262 B.3.3)
    protected override void VisitIfStatement(IfStatement node)
    {
        Visit(node.Test);
        VisitClause(node.Consequent);
        if (node.Alternate is not null) VisitClause(node.Alternate);
    }

    private void VisitClause(Statement clause)
    {
        bool opens = clause is FunctionDeclaration;
        if (opens) OpenScope(ScopeKind.Block, clause);
        Visit(clause);
        if (opens) CloseScope();
    }

    protected override void VisitForStatement(ForStatement node)
    {
        bool opens = IsLexical(node.Init);
        node.ScopeId = opens ? OpenScope(ScopeKind.Block, node) : -1;
        base.VisitForStatement(node);
        if (opens) CloseScope();
    }

    protected override void VisitForInStatement(ForInStatement node)
    {
        bool opens = IsLexical(node.Left);
        node.ScopeId = opens ? OpenScope(ScopeKind.Block, node) : -1;
        VisitForHead(node.Left);
        Visit(node.Right);
        Visit(node.Body);
        if (opens) CloseScope();
    }

    protected override void VisitForOfStatement(ForOfStatement node)
    {
        bool opens = IsLexical(node.Left);
        node.ScopeId = opens ? OpenScope(ScopeKind.Block, node) : -1;
        VisitForHead(node.Left);
        Visit(node.Right);
        Visit(node.Body);
        if (opens) CloseScope();
    }

    private void VisitForHead(Node left)
    {
        if (left is not VariableDeclaration declaration)
        {
            VisitTarget(left, ReferenceFlags.Write);
            return;
        }
        Visit(declaration);
        // for (var x of y): x is written each time round
        if (declaration.DeclarationKind == VariableKind.Var) MarkReassigned(declaration.Declarations[0].Id);
    }

    protected override void VisitSwitchStatement(SwitchStatement node)
    {
        Visit(node.Discriminant);
        bool opens = false;
        foreach (SwitchCase clause in node.Cases) opens |= DeclaresLexically(clause.Consequent);
        node.ScopeId = opens ? OpenScope(ScopeKind.Block, node) : -1;
        foreach (SwitchCase clause in node.Cases) Visit(clause);
        if (opens) CloseScope();
    }

    protected override void VisitCatchClause(CatchClause node)
    {
        node.ScopeId = OpenScope(ScopeKind.Catch, node);
        if (node.Param is not null) Declare(node.Param, SymbolFlags.CatchParameter);
        if (node.TypeAnnotation is not null) Visit(node.TypeAnnotation);
        Visit(node.Body);
        CloseScope();
    }

    protected override void VisitWithStatement(WithStatement node)
    {
        Visit(node.Object);
        node.ScopeId = OpenScope(ScopeKind.With, node);
        Visit(node.Body);
        CloseScope();
    }

    protected override void VisitStaticBlock(StaticBlock node)
    {
        node.ScopeId = OpenScope(ScopeKind.StaticBlock, node);
        VisitStatements(node.Body);
        CloseScope();
    }

    protected override void VisitPropertyDefinition(PropertyDefinition node)
    {
        foreach (Decorator decorator in node.Decorators) Visit(decorator);
        Visit(node.Key);
        if (node.TypeAnnotation is not null) Visit(node.TypeAnnotation);
        node.ScopeId = -1;
        if (node.Value is null) return;
        node.ScopeId = OpenScope(ScopeKind.ClassField, node);
        Visit(node.Value);
        CloseScope();
    }

    protected override void VisitFunctionDeclaration(FunctionDeclaration node)
    {
        if (node.Id is not null) DeclareFunction(node);
        VisitFunction(node, node);
    }

    protected override void VisitFunctionExpression(FunctionExpression node)
    {
        if (node.Id is null)
        {
            VisitFunction(node, node);
            return;
        }
        OpenScope(ScopeKind.FunctionName, node);
        Declare(node.Id, SymbolFlags.Function | SymbolFlags.OwnName);
        VisitFunction(node, node);
        CloseScope();
    }

    protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) => VisitFunction(node, node);

    private void VisitFunction(IFunction function, Node node)
    {
        BlockStatement? block = function.FunctionBody as BlockStatement;
        function.ScopeId = OpenScope(ScopeKind.Function, node, block is not null && HasUseStrict(block.Body));
        if (function.TypeParameters is not null) Visit(function.TypeParameters);
        foreach (FormalParameter parameter in function.Parameters) Visit(parameter);
        if (function.ReturnType is not null) Visit(function.ReturnType);
        if (block is not null) VisitFunctionBody(function, block);
        else if (function.FunctionBody is { } expression) Visit(expression);
        CloseScope();
    }

    // function f(a = () => x) { var x }: the x of the parameter is not the x of the body, so the body has a scope of its own
    private void VisitFunctionBody(IFunction function, BlockStatement block)
    {
        bool opens = HasParameterExpressions(function.Parameters);
        block.ScopeId = opens ? OpenScope(ScopeKind.FunctionBody, block) : -1;
        VisitStatements(block.Body);
        if (opens) CloseScope();
    }

    private static bool HasParameterExpressions(FormalParameter[] parameters)
    {
        foreach (FormalParameter parameter in parameters)
            if (parameter.Initializer is not null || parameter.Pattern is ObjectPattern or ArrayPattern) return true;
        return false;
    }

    protected override void VisitClassDeclaration(ClassDeclaration node)
    {
        if (node.Id is not null) Declare(node.Id, SymbolFlags.Class | (node.IsDeclare || _isAmbient ? SymbolFlags.Ambient : 0));
        VisitClass(node, node);
    }

    protected override void VisitClassExpression(ClassExpression node) => VisitClass(node, node);

    private void VisitClass(IClass definition, Node node)
    {
        foreach (Decorator decorator in definition.Decorators) Visit(decorator);
        definition.ScopeId = OpenScope(ScopeKind.Class, node, isStrict: true);
        if (node is ClassExpression && definition.Id is not null) Declare(definition.Id, SymbolFlags.Class | SymbolFlags.OwnName);
        if (definition.TypeParameters is not null) Visit(definition.TypeParameters);
        if (definition.SuperClass is not null) Visit(definition.SuperClass);
        if (definition.SuperTypeArguments is not null) Visit(definition.SuperTypeArguments);
        foreach (TSHeritage heritage in definition.Implements) VisitAs(ReferenceFlags.Type, heritage);
        Visit(definition.Body);
        CloseScope();
    }

    private static bool IsLexical(Node? node) =>
        node is VariableDeclaration declaration && declaration.DeclarationKind != VariableKind.Var;

    private static bool DeclaresLexically(Statement[] statements)
    {
        foreach (Statement statement in statements)
        {
            switch (statement.Kind)
            {
                case NodeKind.VariableDeclaration when IsLexical(statement):
                case NodeKind.FunctionDeclaration:
                case NodeKind.ClassDeclaration:
                case NodeKind.TSEnumDeclaration:
                case NodeKind.TSModuleDeclaration:
                case NodeKind.TSInterfaceDeclaration:
                case NodeKind.TSTypeAliasDeclaration:
                case NodeKind.TSImportEqualsDeclaration:
                    return true;
                // l: function f() {}
                case NodeKind.LabeledStatement when ((LabeledStatement)statement).Body is FunctionDeclaration or LabeledStatement:
                    return true;
            }
        }
        return false;
    }
}
