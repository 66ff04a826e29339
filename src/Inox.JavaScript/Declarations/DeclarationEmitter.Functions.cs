using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

// Functions and variables.
internal sealed partial class DeclarationEmitter
{
    private FunctionDeclaration? EmitFunction(DeclarationScope scope, FunctionDeclaration node)
    {
        // the implementation of overloads is none of them
        if (node.Body is not null && HasOverloads(scope, node)) return null;
        if (node.Id is { } id && scope.HasExpando(id.SymbolId)) _context.Report(DeclarationDiagnostics.FunctionProperty, id.Span, id.Name);
        TSTypeAnnotation result = _infer.ReturnOrAny(node, DeclarationDiagnostics.FunctionReturn, node.Id?.Span ?? TextSpan.At(node.Start));
        return new(node.Span, node.Id, _types.Parameters(node.TypeParameters), _types.Parameters(node.Parameters), result, null);
    }

    private static bool HasOverloads(DeclarationScope scope, FunctionDeclaration node)
    {
        foreach (Statement statement in scope.Body)
        {
            if (Declared(statement) is not FunctionDeclaration other || ReferenceEquals(other, node)) continue;
            if (node.Id is null ? other.Id is null : other.Id is { } id && id.SymbolId == node.Id.SymbolId) return true;
        }
        return false;
    }

    private VariableDeclarator EmitVariable(DeclarationScope scope, VariableDeclaration statement, VariableDeclarator declarator, BindingIdentifier name)
    {
        if (declarator.Id is not BindingIdentifier)
        {
            _context.Report(DeclarationDiagnostics.Destructured, name.Span, name.Name);
            return new(name.Span, name, InferType.Annotate(InferType.Any(name.Span)), null);
        }
        if (declarator.TypeAnnotation is { } annotation) return new(declarator.Span, name, _types.Annotation(annotation), null);
        bool isConst = statement.DeclarationKind is not (VariableKind.Var or VariableKind.Let);
        if (isConst && InferType.FreshLiteral(declarator.Init) is { } literal) return new(declarator.Span, name, null, literal);
        if (isConst && declarator.Init is FunctionExpression or ArrowFunctionExpression && scope.HasExpando(name.SymbolId))
        {
            _context.Report(DeclarationDiagnostics.FunctionProperty, name.Span, name.Name);
            return new(declarator.Span, name, InferType.Annotate(InferType.Any(name.Span)), null);
        }
        TSType type = declarator.Init is { } init && !IsDeclaredTwice(name.SymbolId)
            ? _infer.OrAny(init, DeclarationDiagnostics.Variable, name.Span, keepsLiterals: isConst)
            : Unknown(DeclarationDiagnostics.Variable, name.Span);
        return new(declarator.Span, name, InferType.Annotate(type), null);
    }

    // var x = 1; var x = f(): the first does not speak for both
    private bool IsDeclaredTwice(int symbol)
    {
        int count = 0;
        if (_units.TryGetValue(symbol, out List<DeclarationUnit>? units))
            foreach (DeclarationUnit unit in units) if (unit.Declarator is not null) count++;
        return count > 1;
    }

    private TSType Unknown(DiagnosticDescriptor descriptor, TextSpan span)
    {
        _context.Report(descriptor, span);
        return InferType.Any(span);
    }
}
