using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.LegacyDecorators;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// The walk of <see cref="RemoveTypes"/>. As types go before they are visited, every reference it comes by is one that stays; it counts
/// them for <see cref="ModuleElision"/>, which decides over the imports and exports afterwards.
/// </summary>
internal sealed partial class TypeEraser : HoistingRewriter
{
    private readonly TransformContext _context;
    private readonly bool _assignsFields;
    private bool _isMetadata;

    public TypeEraser(TransformContext context)
    {
        _context = context;
        _assignsFields = !context.Options.TypeScript.UseDefineForClassFields;
        Uses = new int[context.Model.SymbolCount];
        MetadataUses = context.EmitsDecoratorMetadata ? new int[Uses.Length] : [];
    }

    /// <summary>How often each symbol is used by what stays, exports and aliases not counted.</summary>
    public int[] Uses { get; }

    /// <summary>How many of them are in the metadata of decorators, which name what may be only a type; empty without metadata.</summary>
    public int[] MetadataUses { get; }

    /// <summary>Symbols of erased namespaces that hold values: <c>declare namespace N { let x }</c> may be exported.</summary>
    public HashSet<int> ValueNamespaces { get; } = [];

    protected override Node? VisitIdentifierReference(IdentifierReference node)
    {
        if ((uint)node.SymbolId >= (uint)Uses.Length) return node;
        Uses[node.SymbolId]++;
        if (_isMetadata) MetadataUses[node.SymbolId]++;
        return node;
    }

    protected override Node? VisitCallExpression(CallExpression node)
    {
        if (_isMetadata || MetadataUses.Length == 0 || !_context.Runtime.IsCall(node, LowerLegacyDecorators.Metadata)) return base.VisitCallExpression(node);
        _isMetadata = true;
        base.VisitCallExpression(node);
        _isMetadata = false;
        return node;
    }

    protected override Node? VisitTSAsExpression(TSAsExpression node) => Visit(node.Expression);

    protected override Node? VisitTSSatisfiesExpression(TSSatisfiesExpression node) => Visit(node.Expression);

    protected override Node? VisitTSTypeAssertion(TSTypeAssertion node) => Visit(node.Expression);

    protected override Node? VisitTSNonNullExpression(TSNonNullExpression node) => Visit(node.Expression);

    protected override Node? VisitTSInstantiationExpression(TSInstantiationExpression node) => Visit(node.Expression);

    protected override Node? VisitTSTypeAnnotation(TSTypeAnnotation node) => null;

    protected override Node? VisitTSTypeParameterDeclaration(TSTypeParameterDeclaration node) => null;

    protected override Node? VisitTSTypeParameterInstantiation(TSTypeParameterInstantiation node) => null;

    protected override Node? VisitTSHeritage(TSHeritage node) => null;

    protected override Node? VisitTSInterfaceDeclaration(TSInterfaceDeclaration node) => null;

    protected override Node? VisitTSTypeAliasDeclaration(TSTypeAliasDeclaration node) => null;

    protected override Node? VisitTSNamespaceExportDeclaration(TSNamespaceExportDeclaration node) => null;

    // What LowerEnums left is ambient.
    protected override Node? VisitTSEnumDeclaration(TSEnumDeclaration node) => null;

    protected override Node? VisitTSModuleDeclaration(TSModuleDeclaration node)
    {
        if (node.Id is BindingIdentifier id && HoldsValues(node)) ValueNamespaces.Add(id.SymbolId);
        return null;
    }

    private static bool HoldsValues(TSModuleDeclaration node)
    {
        if (node.Body is null) return false;
        foreach (Statement statement in node.Body.Body) if (IsValue(statement)) return true;
        return false;
    }

    private static bool IsValue(Statement statement) => statement switch
    {
        TSInterfaceDeclaration or TSTypeAliasDeclaration => false,
        TSModuleDeclaration inner => HoldsValues(inner),
        TSImportEqualsDeclaration { IsExport: false } => false,
        ExportNamedDeclaration { Declaration: { } declaration } => IsValue(declaration),
        _ => true,
    };

    protected override Node? VisitVariableDeclaration(VariableDeclaration node) => node.IsDeclare ? null : base.VisitVariableDeclaration(node);

    protected override Node? VisitVariableDeclarator(VariableDeclarator node)
    {
        node.IsDefinite = false;
        return base.VisitVariableDeclarator(node);
    }

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node)
    {
        if (node.Body is null || node.IsDeclare) return null;
        node.Parameters = EraseParameters(node.Parameters);
        return base.VisitFunctionDeclaration(node);
    }

    protected override Node? VisitFunctionExpression(FunctionExpression node)
    {
        node.Parameters = EraseParameters(node.Parameters);
        return base.VisitFunctionExpression(node);
    }

    protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        node.Parameters = EraseParameters(node.Parameters);
        return base.VisitArrowFunctionExpression(node);
    }

    private static FormalParameter[] EraseParameters(FormalParameter[] parameters) =>
        parameters is [{ Pattern: BindingIdentifier { Name: "this" } }, ..] ? parameters[1..] : parameters;

    protected override Node? VisitFormalParameter(FormalParameter node)
    {
        node.IsOptional = node.IsReadonly = node.IsOverride = false;
        node.Accessibility = Accessibility.None;
        return base.VisitFormalParameter(node);
    }

    // Whether they stay is known when all uses are.
    protected override Node? VisitImportDeclaration(ImportDeclaration node) => node;

    protected override Node? VisitTSImportEqualsDeclaration(TSImportEqualsDeclaration node) => node;

    protected override Node? VisitTSExportAssignment(TSExportAssignment node)
    {
        if (node.Expression is not IdentifierReference) node.Expression = VisitRequired(node.Expression);
        return node;
    }

    protected override Node? VisitExportNamedDeclaration(ExportNamedDeclaration node)
    {
        if (node.Declaration is null) return node;
        node.Declaration = (Statement?)Visit(node.Declaration);
        return node.Declaration is null ? null : node;
    }

    protected override Node? VisitExportDefaultDeclaration(ExportDefaultDeclaration node)
    {
        if (node.Declaration is IdentifierReference) return node;
        Node? declaration = Visit(node.Declaration);
        if (declaration is null) return null;
        node.Declaration = declaration;
        return node;
    }
}
