namespace Inox.JavaScript.Syntax;

public partial interface IFunction
{
    /// <summary>Index of the scope it opens in the semantic model, -1 before there is one.</summary>
    int ScopeId { get; set; }
}

public sealed partial class FunctionDeclaration
{
    Node? IFunction.FunctionBody => Body;
}

public sealed partial class FunctionExpression
{
    Node? IFunction.FunctionBody => Body;
}

public sealed partial class ArrowFunctionExpression
{
    Node? IFunction.FunctionBody => Body;

    bool IFunction.IsGenerator => false;
}

public partial interface IClass
{
    /// <summary>Index of the scope it opens in the semantic model, -1 before there is one.</summary>
    int ScopeId { get; set; }
}
