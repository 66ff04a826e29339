using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Declarations;

// Namespaces, and the statements of a scope put together again.
internal sealed partial class DeclarationEmitter
{
    private void OpenNamespace(DeclarationScope outer, TSModuleDeclaration node)
    {
        bool isAmbient = node.IsDeclare || outer.IsAmbient;
        if (node.Id is BindingIdentifier or TSQualifiedName) node.ModuleKind = TSModuleKind.Namespace;
        if (node.Body is null) return;
        DeclarationScope scope = new(node.Body.Body, isFile: false, isAmbient, showsAll: false);
        _namespaces.Add((node, scope, isAmbient));
        Open(scope);
    }

    // Where everything is exported, nothing says so; where something is not, `export {}` stops the rest from being.
    private void CloseNamespace(TSModuleDeclaration node, DeclarationScope scope, bool isAmbient)
    {
        List<Statement> body = Assemble(scope);
        if (node.ModuleKind != TSModuleKind.Global && !body.Exists(IsScopeMarker))
        {
            if (!isAmbient && body.Exists(NeedsScopeMarker)) body.Add(EmptyExport(node.End));
            else for (int i = 0; i < body.Count; i++) body[i] = WithoutExport(body[i]);
        }
        node.Body!.Body = [.. body];
    }

    private static Statement WithoutExport(Statement statement)
    {
        if (statement is not ExportNamedDeclaration { Declaration: { } declaration }) return statement;
        declaration.Start = statement.Start;
        return declaration;
    }

    private static bool IsScopeMarker(Statement statement) => statement switch
    {
        ExportNamedDeclaration { Declaration: null } or ExportAllDeclaration or TSExportAssignment => true,
        ExportDefaultDeclaration { Declaration: Expression } => true,
        _ => false,
    };

    private static bool IsModuleSyntax(Statement statement) => statement switch
    {
        ImportDeclaration or ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration or TSExportAssignment or TSImportEqualsDeclaration => true,
        _ => false,
    };

    private static bool NeedsScopeMarker(Statement statement) => !IsModuleSyntax(statement) && statement is not TSModuleDeclaration { Id: StringLiteral or IdentifierName };

    private List<Statement> Assemble(DeclarationScope scope)
    {
        List<Statement> body = [];
        for (int i = 0; i < scope.Body.Length; i++)
        {
            if (scope.Outputs[i] is { } output) body.AddRange(output);
            else if (scope.Body[i] is ImportDeclaration import) AddImport(scope, import, body);
            else if (Declared(scope.Body[i]) is VariableDeclaration variables) AddVariables(scope, scope.Body[i], variables, body);
        }
        return body;
    }

    private static void AddImport(DeclarationScope scope, ImportDeclaration import, List<Statement> body)
    {
        List<ModuleSpecifier> kept = [];
        foreach (ModuleSpecifier specifier in import.Specifiers)
            if (LocalOf(specifier) is { } local && scope.Wanted.Contains(local)) kept.Add(specifier);
        if (kept.Count == 0) return;
        import.Specifiers = [.. kept];
        if (import.Phase == ImportPhase.Defer) import.Phase = ImportPhase.Evaluation;
        body.Add(ClearAttributes(import));
    }

    private static ImportDeclaration ClearAttributes(ImportDeclaration import)
    {
        import.Attributes = KeptAttributes(import.Attributes);
        return import;
    }

    // Of the attributes only one says something about types.
    private static ImportAttribute[] KeptAttributes(ImportAttribute[] attributes) =>
        attributes is [{ Key: StringLiteral { Value: "resolution-mode" } or IdentifierName { Name: "resolution-mode" } }] ? attributes : [];

    private static void AddVariables(DeclarationScope scope, Statement statement, VariableDeclaration variables, List<Statement> body)
    {
        List<VariableDeclarator> declarators = [];
        foreach (VariableDeclarator declarator in variables.Declarations)
            foreach (BindingIdentifier name in Parsing.BoundNames.Of(declarator.Id).Items)
                if (scope.Variables.TryGetValue(name, out VariableDeclarator? emitted)) declarators.Add(emitted);
        if (declarators.Count == 0) return;
        VariableKind kind = variables.DeclarationKind is VariableKind.Using or VariableKind.AwaitUsing ? VariableKind.Const : variables.DeclarationKind;
        body.Add(new VariableDeclaration(variables.Span, kind, [.. declarators]));
        Wrap(scope, statement, body);
    }

    private List<Statement> EmitDefault(DeclarationScope scope, Statement statement, Expression expression)
    {
        if (expression is IdentifierReference)
        {
            _uses.Visit(expression);
            return [statement];
        }
        TSType type = _infer.OrAny(expression, DeclarationDiagnostics.DefaultExport, expression.Span, keepsLiterals: true);
        string name = _context.NewName("_default");
        VariableDeclarator declarator = new(expression.Span, Make.Binding(expression.Span, name), InferType.Annotate(type), null);
        _uses.Visit(declarator);
        VariableDeclaration variable = new(statement.Span, VariableKind.Const, [declarator], isDeclare: scope.IsFile);
        IdentifierReference reference = Make.Reference(expression.Span, name);
        if (statement is TSExportAssignment assignment) assignment.Expression = reference;
        else ((ExportDefaultDeclaration)statement).Declaration = reference;
        // the comments before it belong to the variable
        statement.Start = expression.Start;
        return [variable, statement];
    }

    private TSEnumDeclaration EmitEnum(DeclarationScope scope, TSEnumDeclaration node)
    {
        EnumConstants constants = _context.Enums.GetOrAdd(node.Id.SymbolId);
        // an ambient enum says nothing of members without a value
        bool isOpen = !node.IsConst && (node.IsDeclare || scope.IsAmbient);
        List<(TSEnumMember Member, ConstantValue? Value)> values = [];
        foreach ((string name, TSEnumMember member, ConstantValue? value) in EnumMembers.Evaluate(node, constants, _context.Enums))
        {
            constants.Set(name, value);
            values.Add((member, isOpen && member.Initializer is null ? null : value));
        }
        foreach ((TSEnumMember member, ConstantValue? value) in values)
        {
            if (member is { Initializer: { } initializer, IsComputed: false } && EnumDependencies.AreOutside(initializer, node, _context)) _context.Report(DeclarationDiagnostics.EnumMember, member.Span);
            member.Initializer = value is { } known ? LiteralOf(member.Span, known) : null;
        }
        return node;
    }

    // Here the names NaN and Infinity are what TypeScript writes.
    private static Expression LiteralOf(Core.TextSpan span, ConstantValue value)
    {
        if (value.Text is not null || double.IsFinite(value.Number)) return Make.Constant(span, value);
        if (double.IsNaN(value.Number)) return Make.Reference(span, "NaN");
        IdentifierReference infinity = Make.Reference(span, "Infinity");
        return value.Number > 0 ? infinity : new UnaryExpression(span, UnaryOperator.Minus, infinity);
    }
}
