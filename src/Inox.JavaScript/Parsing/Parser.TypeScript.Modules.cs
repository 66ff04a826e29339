using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // TypeScript's imports and exports
{
    // `import a =`, `import type a =`
    private bool IsImportEquals()
    {
        Checkpoint checkpoint = Save();
        Next();
        bool isEquals = Current.IsIdentifier && (Peek() == Token.Assign || (Current == Token.Type && IsTypeImportEquals()));
        Rewind(checkpoint);
        return isEquals;
    }

    private bool IsTypeImportEquals()
    {
        Next();
        return Current.IsIdentifier && Peek() == Token.Assign;
    }

    // ImportEquals : `import` [`type`] Name `=` (`require` `(` String `)` | EntityName) `;`
    private TSImportEqualsDeclaration ParseImportEquals(int start, StatementPlace place, bool isExport)
    {
        TextSpan keyword = TokenSpan;
        Expect(Token.Import);
        _features |= ProgramFeatures.TypeScript;
        ImportKind kind = Current == Token.Type && Peek() != Token.Assign ? ImportKind.Type : ImportKind.Value;
        if (kind == ImportKind.Type) Next();
        BindingIdentifier id = ParseImportBinding();
        Expect(Token.Assign);
        bool isExternal = Current == Token.Require && Peek() == Token.OpenParen;
        bool isInNamespace = Has(Context.NamespaceBlock) && place == StatementPlace.List;
        if (place != StatementPlace.TopLevel && !isInNamespace) EarlyError(ParseErrors.ModuleItemPlace, keyword, "import");
        // `import a = b.c` names a part of a namespace and makes no module of the file
        if ((isExternal || isExport) && !isInNamespace) _features |= ProgramFeatures.ImportOrExport;
        if (!isExternal && kind == ImportKind.Type) EarlyError(ParseErrors.TypeAlias, id.Span);
        Node reference = isExternal ? ParseExternalModuleReference() : ParseEntityName();
        ConsumeSemicolon();
        return new(SpanFrom(start), id, reference, kind, isExport);
    }

    private TSExternalModuleReference ParseExternalModuleReference()
    {
        int start = Expect(Token.Require);
        int opened = Expect(Token.OpenParen);
        Expression expression = ParseModuleSource();
        ExpectClosing(Token.CloseParen, opened);
        return new(SpanFrom(start), expression);
    }

    // Behind `import`: null when `type` is a name or not there.
    private ImportDeclaration? ParseTypeScriptImport(int start)
    {
        if (Current != Token.Type || HasEscape || !IsTypeOnlyImport()) return null;
        _features |= ProgramFeatures.TypeScript;
        Next();
        ImportDeclaration declaration = ParseImportRest(start, ImportKind.Type, ImportPhase.Evaluation);
        if (declaration.Specifiers.Length > 1 && declaration.Specifiers[0].Kind == NodeKind.ImportDefaultSpecifier) EarlyError(ParseErrors.TypeImportForm, declaration.Span);
        foreach (ModuleSpecifier specifier in declaration.Specifiers)
            if (specifier is ImportSpecifier { ImportKind: ImportKind.Type }) EarlyError(ParseErrors.TypeSpecifierTwice, specifier.Span);
        return declaration;
    }

    // import type from 'a': a default import; import type from from 'a': of types
    private bool IsTypeOnlyImport()
    {
        Checkpoint checkpoint = Save();
        Next();
        bool isTypeOnly = Current is Token.Star or Token.OpenBrace || (Current.IsIdentifier && (Current != Token.From || Peek() == Token.From));
        Rewind(checkpoint);
        return isTypeOnly;
    }

    private ImportSpecifier ParseTypeScriptImportSpecifier()
    {
        int start = TokenStart;
        ImportKind kind = TakeTypeOfSpecifier();
        return ParseImportSpecifier(start, kind);
    }

    private ExportSpecifier ParseTypeScriptExportSpecifier()
    {
        int start = TokenStart;
        ImportKind kind = TakeTypeOfSpecifier();
        return ParseExportSpecifier(start, kind);
    }

    // { type a }, { type as }, { type as as a } import a type; { type }, { type as a }, { type as as } import what is named `type`
    private ImportKind TakeTypeOfSpecifier()
    {
        if (Current != Token.Type || HasEscape) return ImportKind.Value;
        Checkpoint checkpoint = Save();
        Next();
        bool isTypeOnly = Current == Token.As ? IsAsTheName() : Current.IsName || Current == Token.String;
        Rewind(checkpoint);
        if (!isTypeOnly) return ImportKind.Value;
        _features |= ProgramFeatures.TypeScript;
        Next();
        return ImportKind.Type;
    }

    private bool IsAsTheName()
    {
        Next();
        if (Current == Token.As) return Peek() is var next && (next.IsName || next == Token.String);
        return !Current.IsName && Current != Token.String;
    }

    // Behind `export`: null when what follows is JavaScript's.
    private Statement? ParseTypeScriptExport(int start, Decorator[] decorators)
    {
        switch (Current)
        {
            case Token.Assign: return ParseExportAssignment(start);
            case Token.Import:
                if (!IsImportEquals()) return null;
                StatementPlace place = Has(Context.NamespaceBlock) ? StatementPlace.List : StatementPlace.TopLevel;
                return ParseImportEquals(start, place, isExport: true);
            case Token.Type when Peek() is Token.OpenBrace or Token.Star: return ParseTypeExport(start);
        }
        if (Current == Token.At) return null;
        Statement? declaration = ParseExportedTypeScript(decorators);
        return declaration is null ? null : new ExportNamedDeclaration(SpanFrom(start), declaration, [], null, []);
    }

    private Statement ParseTypeExport(int start)
    {
        Expect(Token.Type);
        _features |= ProgramFeatures.TypeScript;
        if (Current == Token.Star) return ParseExportAll(start, ImportKind.Type);
        ExportNamedDeclaration export = ParseExportList(start, ImportKind.Type);
        foreach (ExportSpecifier specifier in export.Specifiers)
            if (specifier.ExportKind == ImportKind.Type) EarlyError(ParseErrors.TypeSpecifierTwice, specifier.Span);
        return export;
    }

    private Statement? ParseExportedTypeScript(Decorator[] decorators)
    {
        int start = TokenStart;
        StatementPlace place = Has(Context.NamespaceBlock) ? StatementPlace.List : StatementPlace.TopLevel;
        if (Current == Token.Enum) return ParseEnum(start, isConst: false);
        if (Current == Token.Abstract && Peek() == Token.Class)
        {
            Next();
            return ParseClassDeclaration(start, decorators, isAbstract: true);
        }
        if (Current is Token.Using or Token.Await) EarlyError(ParseErrors.UsingPlace, TokenSpan);
        return Current.IsIdentifier && Current != Token.Async ? ParseTypeScriptStatement(start, place) : null;
    }

    // `export` `=` Expression
    private TSExportAssignment ParseExportAssignment(int start)
    {
        Expect(Token.Assign);
        _features |= ProgramFeatures.TypeScript;
        Expression expression = ParseAssignment();
        ConsumeSemicolon();
        return new(SpanFrom(start), expression);
    }

    // `export` `as` `namespace` Name: for scripts to see a module, so it does not make one of the file
    private TSNamespaceExportDeclaration ParseNamespaceExport(int start, StatementPlace place)
    {
        if (place != StatementPlace.TopLevel) EarlyError(ParseErrors.ModuleItemPlace, TokenSpan, "export");
        Expect(Token.Export);
        Expect(Token.As);
        Expect(Token.Namespace);
        _features |= ProgramFeatures.TypeScript;
        IdentifierName id = ParseIdentifierName();
        ConsumeSemicolon();
        return new(SpanFrom(start), id);
    }

    // Behind `export default`: `interface` and `abstract class`
    private Statement? ParseTypeScriptDefault(int start, Decorator[] decorators)
    {
        if (Current == Token.Interface && IsNameOnLineNext()) return ParseInterface(start, StatementPlace.TopLevel);
        if (Current != Token.Abstract || Peek(out bool hasNewLine) != Token.Class || hasNewLine) return null;
        Next();
        return ParseClassDeclaration(start, decorators, isAbstract: true, isNameRequired: false);
    }
}
