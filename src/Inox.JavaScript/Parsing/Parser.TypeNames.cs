using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // names in types, `typeof`, `import()`, predicates
{
    // TypeReference : EntityName [TypeArguments], no new line before the arguments
    private TSTypeReference ParseTypeReference()
    {
        int start = TokenStart;
        Node name = Current.IsIdentifier ? ParseEntityName() : ParseQualifiers(start, ParseValueName());
        TSTypeParameterInstantiation? arguments = ParseOptionalTypeArguments();
        return new(SpanFrom(start), name, arguments);
    }

    // EntityName : Identifier { `.` Name }
    private Node ParseEntityName()
    {
        int start = TokenStart;
        return ParseQualifiers(start, new IdentifierReference(TokenSpan, TakeTypeIdentifier()));
    }

    private Node ParseQualifiers(int start, Node name)
    {
        while (Eat(Token.Dot))
        {
            // a.b <new line> c: at the end of a broken line the next one is not swallowed
            Node right = Current == Token.PrivateName ? ParsePrivateIdentifier() : ParseIdentifierName();
            name = new TSQualifiedName(SpanFrom(start), name, right);
        }
        return name;
    }

    /// <summary>Takes a name that refers to or declares a type; words that are reserved for values only are good.</summary>
    private string TakeTypeIdentifier()
    {
        if (!Current.IsIdentifier)
        {
            SyntaxError(ParseErrors.ExpectedName, TokenSpan, DescribeCurrent());
            return "";
        }
        if (Current.IsStrictReserved && IsStrict()) EarlyError(ParseErrors.StrictReserved, TokenSpan, TokenValue);
        string name = TokenValue;
        Next();
        return name;
    }

    /// <summary>The name of a type that is declared here.</summary>
    private BindingIdentifier ParseTypeName()
    {
        int start = TokenStart;
        bool isMissing = !Current.IsIdentifier;
        string name = TakeTypeIdentifier();
        return new(isMissing ? MissingSpan() : SpanFrom(start), name);
    }

    // TypeQuery : `typeof` (EntityName | `this` { `.` Name } | ImportType) [TypeArguments]
    private TSTypeQuery ParseTypeQuery()
    {
        int start = Expect(Token.Typeof);
        int nameStart = TokenStart;
        Node name;
        if (Current == Token.Import) name = ParseImportType();
        else if (Eat(Token.This)) name = ParseQualifiers(nameStart, new ThisExpression(SpanFrom(nameStart)));
        else if (Current.IsName) name = ParseQualifiers(nameStart, ParseValueName());
        else name = ParseEntityName();
        TSTypeParameterInstantiation? arguments = name.Kind == NodeKind.TSImportType ? null : ParseOptionalTypeArguments();
        return new(SpanFrom(start), name, arguments);
    }

    private IdentifierReference ParseValueName()
    {
        IdentifierName name = ParseIdentifierName();
        return new(name.Span, name.Name);
    }

    // ImportType : `import` `(` Type [`,` { `with` : ... }] [`,`] `)` { `.` Name } [TypeArguments]
    private TSImportType ParseImportType()
    {
        int start = Expect(Token.Import);
        int opened = Expect(Token.OpenParen);
        TSType argument = ParseBracketedType();
        if (argument is not TSLiteralType { Literal.Kind: NodeKind.StringLiteral }) EarlyError(ParseErrors.ImportTypeArgument, argument.Span);
        Expression? options = Eat(Token.Comma) ? ParseImportTypeOptions() : null;
        if (options is not null) Eat(Token.Comma);
        ExpectClosing(Token.CloseParen, opened);
        Node? qualifier = Eat(Token.Dot) ? ParseImportQualifier() : null;
        TSTypeParameterInstantiation? arguments = ParseOptionalTypeArguments();
        _features |= ProgramFeatures.TypeScript;
        return new(SpanFrom(start), argument, options, qualifier, arguments);
    }

    private Expression ParseImportTypeOptions()
    {
        if (Current != Token.OpenBrace) ReportExpected(TokenText.Describe(Token.OpenBrace));
        Expression options = ParseAssignment();
        bool isGood = options is ObjectExpression { Properties: [Property { Key: IdentifierName { Name: "with" or "assert" }, Value: ObjectExpression entries }] } && AreAttributes(entries) && !_text.AsSpan(options.Start, entries.Start - options.Start).Contains('\\');
        if (!isGood) EarlyError(ParseErrors.ImportTypeOptions, options.Span);
        return options;
    }

    private static bool AreAttributes(ObjectExpression entries)
    {
        foreach (Node entry in entries.Properties)
            if (entry is not Property { IsComputed: false, IsMethod: false, IsShorthand: false, Value.Kind: NodeKind.StringLiteral }) return false;
        return true;
    }

    private Node ParseImportQualifier()
    {
        int start = TokenStart;
        Node qualifier = ParseIdentifierName();
        return ParseQualifiers(start, qualifier);
    }

    // `asserts` is a predicate when a name or `this` follows on its line
    private bool IsAssertsPredicate()
    {
        if (HasEscape) return false;
        Token next = Peek(out bool hasNewLine);
        return !hasNewLine && (next.IsIdentifier || next == Token.This);
    }

    // TypePredicate : `asserts` (Name | `this`) [`is` Type]
    private TSTypePredicate ParseAssertsPredicate()
    {
        int start = Expect(Token.Asserts);
        Node parameter = ParsePredicateParameter();
        return ParsePredicateRest(start, parameter, asserts: true);
    }

    private Node ParsePredicateParameter()
    {
        int start = TokenStart;
        if (Eat(Token.This)) return new TSThisType(SpanFrom(start));
        return new IdentifierReference(TokenSpan, TakeTypeIdentifier());
    }

    private TSTypePredicate ParsePredicateRest(int start, Node parameter, bool asserts)
    {
        if (Current != Token.Is || HasNewLineBefore) return new(SpanFrom(start), parameter, null, asserts);
        Next();
        TSType type = ParseType();
        return new(SpanFrom(start), parameter, new(type.Span, type), asserts);
    }

    /// <summary>What may stand behind the `:` or `=&gt;` of a signature: a type or a predicate.</summary>
    private TSType ParseTypeOrPredicate()
    {
        int start = TokenStart;
        if (Current == Token.Asserts && IsAssertsPredicate()) return ParseAssertsPredicate();
        if ((Current == Token.This || Current.IsIdentifier) && Peek(out bool hasNewLine) == Token.Is && !hasNewLine)
        {
            Node parameter = ParsePredicateParameter();
            return ParsePredicateRest(start, parameter, asserts: false);
        }
        return ParseType();
    }
}
