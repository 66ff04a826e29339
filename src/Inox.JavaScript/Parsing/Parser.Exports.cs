using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // exports
{
    // ExportDeclaration; decorators may stand in front of `export` or behind it
    private Statement ParseExport(int start, StatementPlace place, Decorator[] decorators)
    {
        if (_isTypeScript && Peek() == Token.As) return ParseNamespaceExport(start, place);
        CheckModuleItem(place, "export");
        if (HasEscape) EarlyError(ParseErrors.EscapedKeyword, TokenSpan);
        Next();
        if (_isTypeScript && ParseTypeScriptExport(start, decorators) is { } statement) return statement;
        switch (Current)
        {
            case Token.Default: return ParseExportDefault(start, decorators);
            case Token.Star: return ParseExportAll(start, ImportKind.Value);
            case Token.OpenBrace: return ParseExportList(start, ImportKind.Value);
        }
        Statement declaration = ParseExportedDeclaration(decorators);
        return new ExportNamedDeclaration(SpanFrom(start), declaration, [], null, []);
    }

    private Statement ParseExportedDeclaration(Decorator[] decorators)
    {
        // `@a export class {}`: the class has its decorators within its span
        int start = decorators.Length > 0 ? decorators[0].Start : TokenStart;
        if (Current == Token.At)
        {
            if (decorators.Length > 0) EarlyError(ParseErrors.DecoratorPlace, TokenSpan);
            decorators = ParseDecorators();
        }
        if (Current == Token.Class) return ParseClassDeclaration(start, decorators);
        if (decorators.Length > 0) SyntaxError(ParseErrors.DecoratorPlace, decorators[0].Span);
        switch (Current)
        {
            case Token.Var: return ParseVariableStatement(start, VariableKind.Var);
            case Token.Const: return ParseConst(start, StatementPlace.List);
            case Token.Let when !HasEscape: return ParseVariableStatement(start, VariableKind.Let);
            case Token.Function: return ParseFunctionStatement(start, StatementPlace.List, isAsync: false);
            case Token.Async when !HasEscape && Peek(out bool hasNewLine) == Token.Function && !hasNewLine:
                Next();
                return ParseFunctionStatement(start, StatementPlace.List, isAsync: true);
        }
        SyntaxError(ParseErrors.Expected, TokenSpan, "a declaration, `{`, `*` or `default`", DescribeCurrent());
        return new EmptyStatement(MissingSpan());
    }

    // `export default` ( Function | Class | AssignmentExpression `;` )
    private ExportDefaultDeclaration ParseExportDefault(int start, Decorator[] decorators)
    {
        Next();
        Node declaration = ParseDefaultDeclaration(decorators);
        return new(SpanFrom(start), declaration);
    }

    private Node ParseDefaultDeclaration(Decorator[] decorators)
    {
        int start = decorators.Length > 0 ? decorators[0].Start : TokenStart;
        if (Current == Token.At) decorators = ParseDecorators();
        if (Current == Token.Class) return ParseClassDeclaration(start, decorators, isNameRequired: false);
        if (_isTypeScript && ParseTypeScriptDefault(start, decorators) is { } node) return node;
        if (decorators.Length > 0) SyntaxError(ParseErrors.DecoratorPlace, decorators[0].Span);
        bool isAsync = Current == Token.Async && !HasEscape && Peek(out bool hasNewLine) == Token.Function && !hasNewLine;
        if (isAsync) Next();
        if (Current == Token.Function)
        {
            if (HasEscape) EarlyError(ParseErrors.EscapedKeyword, TokenSpan);
            Next();
            FunctionFlags flags = (isAsync ? FunctionFlags.Async : 0) | (Eat(Token.Star) ? FunctionFlags.Generator : 0);
            return ParseFunctionDeclarationRest(start, flags, isNameRequired: false);
        }
        Expression expression = ParseAssignment();
        ConsumeSemicolon();
        return expression;
    }

    // `export * from`, `export * as a from`
    private ExportAllDeclaration ParseExportAll(int start, ImportKind kind)
    {
        Expect(Token.Star);
        Node? exported = Eat(Token.As) ? ParseModuleExportName() : null;
        Expect(Token.From);
        StringLiteral source = ParseModuleSource();
        ImportAttribute[] attributes = ParseImportAttributes();
        ConsumeSemicolon();
        return new(SpanFrom(start), exported, source, attributes, kind);
    }

    // `export {...}`, `export {...} from`
    private ExportNamedDeclaration ParseExportList(int start, ImportKind kind)
    {
        int mark = _nodes.Mark();
        int opened = Expect(Token.OpenBrace);
        while (Current is not (Token.CloseBrace or Token.EndOfFile))
        {
            ExportSpecifier specifier = _isTypeScript ? ParseTypeScriptExportSpecifier() : ParseExportSpecifier(TokenStart, ImportKind.Value);
            _nodes.Push(specifier);
            if (!Eat(Token.Comma)) break;
        }
        ExpectClosing(Token.CloseBrace, opened);
        ExportSpecifier[] specifiers = _nodes.Take<ExportSpecifier>(mark);
        StringLiteral? source = Eat(Token.From) ? ParseModuleSource() : null;
        ImportAttribute[] attributes = source is null ? [] : ParseImportAttributes();
        if (source is null) foreach (ExportSpecifier specifier in specifiers) ToLocalExport(specifier);
        ConsumeSemicolon();
        return new(SpanFrom(start), null, specifiers, source, attributes, kind);
    }

    private ExportSpecifier ParseExportSpecifier(int start, ImportKind kind)
    {
        Node local = ParseModuleExportName();
        Node exported = Eat(Token.As) ? ParseModuleExportName() : local is IdentifierName name ? new IdentifierName(name.Span, name.Name) : local;
        return new(SpanFrom(start), local, exported, kind);
    }

    // Without a source the local name is a reference: `export { if }` is an error.
    private void ToLocalExport(ExportSpecifier specifier)
    {
        switch (specifier.Local)
        {
            case IdentifierName name:
                if (Keywords.IsReserved(name.Name)) EarlyError(ParseErrors.ReservedExport, name.Span, name.Name);
                specifier.Local = new IdentifierReference(name.Span, name.Name);
                break;
            case StringLiteral literal:
                EarlyError(ParseErrors.StringExportLocal, literal.Span);
                break;
        }
    }
}
