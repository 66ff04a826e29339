using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

// Where TypeScript joins JavaScript's grammar. Each is asked only when `_isTypeScript`, except the `Optional` ones, which look themselves.
internal sealed partial class Parser
{
    // after a binding, a parameter, a field name: [`:` Type]
    private TSTypeAnnotation? ParseOptionalTypeAnnotation() => null;

    // behind `)` of a signature: [`:` Type]
    private TSTypeAnnotation? ParseOptionalReturnType() => null;

    // behind the name of a function or class: [`<` ... `>`]
    private TSTypeParameterDeclaration? ParseOptionalTypeParameters() => null;

    // a statement that starts with a contextual word (`type`, `interface`, `declare`, `namespace`, `abstract`...); null when it is an expression
    private Statement? ParseTypeScriptStatement(int start, StatementPlace place) => null;

    private Statement ParseConstEnum(int start) => ParseVariableStatement(start, VariableKind.Const);

    // at `<` where an AssignmentExpression starts: a generic arrow function, a type assertion or JSX
    private Expression ParseTypeScriptLess(int start) => ParseOperand(0);

    // at `(` or `async`: an arrow function with types; null when it is none, with nothing taken
    private Expression? ParseTypeScriptArrow(int start, bool isAsync) => null;

    private Expression ParseTypeAssertion() => ParseMissingExpression();

    private Expression ParseAsOrSatisfies(int start, Expression expression) => expression;

    // at `<` behind an expression: a call, tagged template or instantiation with type arguments; null when `<` is an operator
    private Expression? ParseTypeArgumentsOf(int start, Expression target, bool isCallee, bool isChain) => null;

    private TSTypeParameterInstantiation? ParseTypeArguments() => null;

    // a parameter with decorators, accessibility, `?` and a type
    private FormalParameter ParseTypeScriptParameter(FunctionFlags flags)
    {
        int start = TokenStart;
        Decorator[] decorators = Current == Token.At ? ParseDecorators() : [];
        bool isRest = Eat(Token.Ellipsis);
        Pattern pattern = ParseBindingTarget();
        Expression? initializer = Eat(Token.Assign) ? ParseAssignment() : null;
        return new(SpanFrom(start), decorators, pattern, null, initializer, isRest);
    }

    // class implements {}: whether the word is the clause and not the name
    private bool IsImplementsClause() => false;

    private TSHeritage[] ParseImplements() => [];

    private bool IsTypeScriptModifier => false;

    private void ParseTypeScriptModifier(ref MemberModifiers modifiers) => Next();

    // at `[` in a class: `[key: string]: T`; null when it is a computed name, with nothing taken
    private ClassElement? ParseClassIndexSignature(int start, in MemberModifiers modifiers) => null;

    // behind `import`: `import a = b`, `import type ...`; null when it is a plain import
    private Statement? ParseTypeScriptImport(int start) => null;

    private ImportSpecifier ParseTypeScriptImportSpecifier() => ParseImportSpecifier(TokenStart, ImportKind.Value);

    // behind `export`: `=`, `as namespace`, `import`, `type`, `declare`, `abstract`, `enum`, `interface`, `namespace`...
    private Statement? ParseTypeScriptExport(int start, Decorator[] decorators) => null;

    private ExportSpecifier ParseTypeScriptExportSpecifier() => ParseExportSpecifier(TokenStart, ImportKind.Value);

    // behind `export default`: `interface`, `abstract class`
    private Node? ParseTypeScriptDefault(int start, Decorator[] decorators) => null;
}
