using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // imports
{
    // ImportDeclaration; `import(` and `import.` start expressions
    private Statement ParseImportStatement(int start, StatementPlace place)
    {
        if (Peek() is Token.OpenParen or Token.Dot) return ParseExpressionStatement(start, place);
        if (_isTypeScript && IsImportEquals()) return ParseImportEquals(start, place, isExport: false);
        CheckModuleItem(place, "import");
        if (HasEscape) EarlyError(ParseErrors.EscapedKeyword, TokenSpan);
        Next();
        if (Current == Token.String) return FinishImport(start, [], ImportKind.Value, ImportPhase.Evaluation, hasSpecifiers: false);
        if (_isTypeScript && ParseTypeScriptImport(start) is { } statement) return statement;
        ImportPhase phase = ParseImportPhase();
        return ParseImportRest(start, ImportKind.Value, phase);
    }

    /// <summary>An import from its first specifier on.</summary>
    private ImportDeclaration ParseImportRest(int start, ImportKind kind, ImportPhase phase)
    {
        ModuleSpecifier[] specifiers = ParseImportClause(phase);
        Expect(Token.From);
        return FinishImport(start, specifiers, kind, phase, hasSpecifiers: true);
    }

    private ImportDeclaration FinishImport(int start, ModuleSpecifier[] specifiers, ImportKind kind, ImportPhase phase, bool hasSpecifiers)
    {
        StringLiteral source = ParseModuleSource();
        ImportAttribute[] attributes = ParseImportAttributes();
        ConsumeSemicolon();
        return new(SpanFrom(start), specifiers, source, attributes, kind, phase, hasSpecifiers);
    }

    private void CheckModuleItem(StatementPlace place, string keyword)
    {
        bool isInNamespace = Has(Context.NamespaceBlock) && place == StatementPlace.List;
        if (place != StatementPlace.TopLevel && !isInNamespace) EarlyError(ParseErrors.ModuleItemPlace, TokenSpan, keyword);
        else if (_goal == SourceType.Script && !isInNamespace) EarlyError(ParseErrors.ModuleItemInScript, TokenSpan, keyword);
        // TypeScript writes CommonJS files with import and export
        else if (_goal == SourceType.CommonJs && !_isTypeScript) EarlyError(ParseErrors.ModuleItemInScript, TokenSpan, keyword);
        if (!isInNamespace) _features |= ProgramFeatures.ImportOrExport;
    }

    // `import defer * as a`, `import source a`: the words are names in `import defer from`, `import source, {} from`
    private ImportPhase ParseImportPhase()
    {
        if (HasEscape || Current is not (Token.Defer or Token.Source)) return ImportPhase.Evaluation;
        Checkpoint checkpoint = Save();
        ImportPhase phase = Current == Token.Defer ? ImportPhase.Defer : ImportPhase.Source;
        Next();
        bool isPhase = phase == ImportPhase.Defer ? Current == Token.Star : Current.IsIdentifier && (Current != Token.From || Peek() == Token.From);
        if (isPhase) return phase;
        Rewind(checkpoint);
        return ImportPhase.Evaluation;
    }

    // ImportClause : ImportedDefaultBinding [`,` (NameSpaceImport | NamedImports)] | NameSpaceImport | NamedImports
    private ModuleSpecifier[] ParseImportClause(ImportPhase phase)
    {
        int mark = _nodes.Mark();
        if (Current.IsName)
        {
            int start = TokenStart;
            BindingIdentifier local = ParseImportBinding();
            _nodes.Push(new ImportDefaultSpecifier(SpanFrom(start), local));
            if (phase == ImportPhase.Source || !Eat(Token.Comma)) return _nodes.Take<ModuleSpecifier>(mark);
        }
        if (Current == Token.Star) _nodes.Push(ParseNamespaceImport());
        else if (Current == Token.OpenBrace) ParseNamedImports();
        else ReportExpected("`{`, `*` or a name");
        return _nodes.Take<ModuleSpecifier>(mark);
    }

    private BindingIdentifier ParseImportBinding()
    {
        Context outer = _context;
        _context |= Context.LexicalBinding;
        BindingIdentifier local = ParseBindingIdentifier();
        _context = outer;
        return local;
    }

    private ImportNamespaceSpecifier ParseNamespaceImport()
    {
        int start = Expect(Token.Star);
        Expect(Token.As);
        BindingIdentifier local = ParseImportBinding();
        return new(SpanFrom(start), local);
    }

    private void ParseNamedImports()
    {
        int opened = Expect(Token.OpenBrace);
        while (Current is not (Token.CloseBrace or Token.EndOfFile))
        {
            ImportSpecifier specifier = _isTypeScript ? ParseTypeScriptImportSpecifier() : ParseImportSpecifier(TokenStart, ImportKind.Value);
            _nodes.Push(specifier);
            if (!Eat(Token.Comma)) break;
        }
        ExpectClosing(Token.CloseBrace, opened);
    }

    // ImportSpecifier : ImportedBinding | ModuleExportName `as` ImportedBinding
    private ImportSpecifier ParseImportSpecifier(int start, ImportKind kind)
    {
        Checkpoint checkpoint = Save();
        Node imported = ParseModuleExportName();
        if (Eat(Token.As))
        {
            BindingIdentifier local = ParseImportBinding();
            return new(SpanFrom(start), imported, local, kind);
        }
        if (imported is not IdentifierName name)
        {
            EarlyError(ParseErrors.StringImportLocal, imported.Span);
            return new(SpanFrom(start), imported, new(imported.Span, ""), kind);
        }
        // read again as a binding, for the rules about names: `import { if }`
        Rewind(checkpoint);
        BindingIdentifier binding = ParseImportBinding();
        return new(SpanFrom(start), name, binding, kind);
    }

    // ModuleExportName : IdentifierName | StringLiteral without lone surrogates
    private Node ParseModuleExportName()
    {
        if (Current != Token.String) return ParseIdentifierName();
        StringLiteral name = ParseString();
        if (HasLoneSurrogate(name.Value)) EarlyError(ParseErrors.IllFormedModuleName, name.Span);
        return name;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }
        return false;
    }

    private StringLiteral ParseModuleSource()
    {
        if (Current == Token.String) return ParseString();
        ReportExpected("the name of a module in quotes");
        return new(MissingSpan(), "");
    }

    // WithClause : `with` `{` { Key `:` String `,` } `}`; `assert` is the form that was dropped and still in use
    private ImportAttribute[] ParseImportAttributes()
    {
        bool isAssert = Current == Token.Assert && !HasNewLineBefore;
        if (Current != Token.With && !isAssert) return [];
        Next();
        int opened = Expect(Token.OpenBrace);
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseBrace or Token.EndOfFile))
        {
            ImportAttribute attribute = ParseImportAttribute();
            CheckAttributeName(attribute, mark);
            _nodes.Push(attribute);
            if (!Eat(Token.Comma)) break;
        }
        ExpectClosing(Token.CloseBrace, opened);
        return _nodes.Take<ImportAttribute>(mark);
    }

    private ImportAttribute ParseImportAttribute()
    {
        int start = TokenStart;
        Node key = Current == Token.String ? ParseString() : ParseIdentifierName();
        Expect(Token.Colon);
        StringLiteral value;
        if (Current == Token.String) value = ParseString();
        else
        {
            ReportExpected("a string");
            value = new(MissingSpan(), "");
        }
        return new(SpanFrom(start), key, value);
    }

    private void CheckAttributeName(ImportAttribute attribute, int mark)
    {
        string name = NameOf(attribute.Key);
        foreach (Node? other in _nodes.From(mark))
            if (NameOf(((ImportAttribute)other!).Key) == name) EarlyError(ParseErrors.DuplicateAttribute, attribute.Key.Span, name);
    }

    private static string NameOf(Node name) => name switch
    {
        IdentifierName identifier => identifier.Name,
        IdentifierReference reference => reference.Name,
        BindingIdentifier binding => binding.Name,
        StringLiteral literal => literal.Value,
        _ => "",
    };
}
