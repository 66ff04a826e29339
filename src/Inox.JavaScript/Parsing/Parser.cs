using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

/// <summary>
/// Recursive descent over the tokens of <see cref="Lexer"/>, with precedence climbing for binary operators and loops for everything that
/// leans left. The text is read once: parentheses are read as expressions and turned into parameters or patterns when `=&gt;` or `=`
/// follows (the cover grammars); only TypeScript's arrow functions are tried and taken back.
/// A file whose goal is open is read as a script that may have module items. When it has some and a place was met where modules differ
/// (`await` as a name, sloppy code), it is read once more as a module.
/// Errors: a syntax error puts the parser into a panic in which further ones are not reported until the statement is left; the rules
/// that need context (early errors) are reported as they are met. What is declared twice is left to the semantic pass.
/// Chapters: statements, declarations, expressions, functions, classes, patterns, modules, JSX, types, TypeScript.
/// </summary>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly ParseOptions _options;
    private readonly ParseErrorLog _errors;
    private readonly bool _isTypeScript;
    private readonly bool _isJsx;

    private readonly TokenList? _tokens;
    private Lexer _lexer;
    private NodeStack _nodes;
    private Labels _labels;
    private readonly PrivateNames _privateNames;
    private readonly CoverNotes _cover;
    private Context _context;
    private ProgramFeatures _features;

    /// <summary>The goal; null while it is open.</summary>
    private SourceType? _goal;

    /// <summary>Something reads otherwise, or is an error, in a module.</summary>
    private bool _differsInModule;

    /// <summary>A syntax error was reported in this statement.</summary>
    private bool _isPanicking;

    /// <summary>Braces opened in this statement that an error left open: their `}` does not end the block around the statement.</summary>
    private int _unclosedBraces;

    /// <summary>The same for `(` and `[`, inside which a new line starts no statement.</summary>
    private int _unclosedParens;

    private int _depth;

    public Parser(SourceText source, ParseOptions options)
    {
        _source = source;
        _text = source.Text;
        _options = options;
        _errors = new(source, options.ReportEarlyErrors);
        _isTypeScript = options.Language is Language.TypeScript or Language.Tsx or Language.Declarations;
        _isJsx = options.Language is Language.Jsx or Language.Tsx;
        _goal = options.SourceType;
        _lexer = new(source, _errors, options.KeepComments) { AllowsHtmlComments = _goal != SourceType.Module, AllowsNextLine = _isTypeScript };
        _privateNames = new(_errors);
        if (options.KeepTokens) _tokens = new();
        _cover = new();
    }

    private bool IsModule => _goal == SourceType.Module;

    public ParseResult Parse()
    {
        _nodes = NodeStack.Rent();
        Program program = ParseProgram();
        _nodes.Return();
        _lexer.Return();
        if (_options.SourceType is null && program.SourceType == SourceType.Module && (_differsInModule || _lexer.SawHtmlComment))
            return new Parser(_source, _options with { SourceType = SourceType.Module }).Parse();
        return new(program, _source, _lexer.Comments.ToArray(), _errors.ToArray()) { Features = _features, Language = _options.Language, Tokens = _tokens?.ToArray() ?? [] };
    }

    // Script : [StatementList]    Module : [ModuleItemList]
    private Program ParseProgram()
    {
        _context = InitialContext();
        string? hashbang = _lexer.ReadHashbang();
        Next();
        Statement[] body = ParseProgramBody();
        SourceType sourceType = _goal ?? ((_features & ModuleFeatures) != 0 ? SourceType.Module : SourceType.Script);
        return new(new(0, _text.Length), sourceType, hashbang, body);
    }

    private const ProgramFeatures ModuleFeatures = ProgramFeatures.ImportOrExport | ProgramFeatures.ImportMeta | ProgramFeatures.TopLevelAwait;

    private Context InitialContext()
    {
        Context context = Context.TopLevel;
        if (_goal == SourceType.Module) context |= Context.Strict | Context.Await;
        if (_goal == SourceType.CommonJs) context |= Context.Return | Context.NewTarget;
        if (_options.AllowReturnOutsideFunction) context |= Context.Return;
        if (_options.Language == Language.Declarations) context |= Context.Ambient;
        return context;
    }

    private Statement[] ParseProgramBody()
    {
        int mark = _nodes.Mark();
        ParseDirectives(out _);
        while (Current != Token.EndOfFile) PushStatement(StatementPlace.TopLevel);
        Statement[] body = _nodes.Take<Statement>(mark);
        if (_options.Language == Language.Declarations) CheckDeclarationFile(body);
        return body;
    }

    // ---- tokens ----

    private Token Current => _lexer.State.Kind;

    private int TokenStart => _lexer.State.Start;

    private int TokenEnd => _lexer.State.Position;

    private TextSpan TokenSpan => new(_lexer.State.Start, _lexer.State.Position);

    /// <summary>The name, or the value of a string.</summary>
    private string TokenValue => _lexer.State.Value!;

    private bool HasNewLineBefore => (_lexer.State.Flags & TokenFlags.NewLineBefore) != 0;

    private bool HasEscape => (_lexer.State.Flags & TokenFlags.HasEscape) != 0;

    private TextSpan SpanFrom(int start) => new(start, _lexer.State.PreviousEnd);

    /// <summary>Where something is missing. What is around it ends there at the earliest, so that parents enclose their children.</summary>
    private TextSpan MissingSpan()
    {
        _lexer.State.PreviousEnd = TokenStart;
        return TextSpan.At(TokenStart);
    }

    private void Next()
    {
        _tokens?.Add(_lexer.State);
        _lexer.Next();
    }

    private bool Eat(Token kind)
    {
        if (Current != kind) return false;
        Next();
        return true;
    }

    /// <summary>Takes a token and returns its start; reports when it is not there.</summary>
    private int Expect(Token kind)
    {
        int start = TokenStart;
        if (Current == kind) Next();
        else
        {
            ReportExpected(TokenText.Describe(kind));
            MissingSpan();
        }
        return start;
    }

    /// <summary>As <see cref="Expect"/>, for the closing one of a pair.</summary>
    private void ExpectClosing(Token kind, int opened)
    {
        if (Current == kind)
        {
            Next();
            return;
        }
        if (kind == Token.CloseBrace) _unclosedBraces++;
        else _unclosedParens++;
        if (StartPanic()) _errors.AddRelated(ParseErrors.Expected, TokenSpan, new(opened, opened + 1), "opened here", TokenText.Describe(kind), DescribeCurrent());
    }

    /// <summary>The kind of the token behind the current one.</summary>
    private Token Peek() => Peek(out _);

    private Token Peek(out bool hasNewLineBefore)
    {
        Checkpoint checkpoint = Save();
        Next();
        Token kind = Current;
        hasNewLineBefore = HasNewLineBefore;
        Rewind(checkpoint);
        return kind;
    }

    private Checkpoint Save() => new()
    {
        Lexer = _lexer.State,
        Comments = _lexer.Comments.Count,
        Tokens = _tokens?.Count ?? 0,
        Errors = _errors.Count,
        Nodes = _nodes.Mark(),
        Context = _context,
        Features = _features,
        Cover = _cover.Save(),
        PrivateReferences = _privateNames.Save(),
        IsPanicking = _isPanicking,
        DiffersInModule = _differsInModule,
    };

    /// <summary>Goes back to a place and forgets everything since.</summary>
    private void Rewind(in Checkpoint checkpoint)
    {
        _lexer.State = checkpoint.Lexer;
        _lexer.Comments.Truncate(checkpoint.Comments);
        _tokens?.Truncate(checkpoint.Tokens);
        _errors.Truncate(checkpoint.Errors);
        _nodes.Drop(checkpoint.Nodes);
        _context = checkpoint.Context;
        _features = checkpoint.Features;
        _cover.Restore(checkpoint.Cover);
        _privateNames.Restore(checkpoint.PrivateReferences);
        _isPanicking = checkpoint.IsPanicking;
        _differsInModule = checkpoint.DiffersInModule;
    }

    private struct Checkpoint
    {
        public LexerState Lexer;
        public int Comments;
        public int Tokens;
        public int Errors;
        public int Nodes;
        public Context Context;
        public ProgramFeatures Features;
        public CoverNotes.State Cover;
        public int PrivateReferences;
        public bool IsPanicking;
        public bool DiffersInModule;
    }

    // ---- context ----

    private bool Has(Context context) => (_context & context) != 0;

    /// <summary>Whether strict code is read; asking notes that a module would have answered yes.</summary>
    private bool IsStrict()
    {
        if (Has(Context.Strict)) return true;
        _differsInModule = true;
        return false;
    }

    // ---- errors ----

    /// <summary>Whether a syntax error may be reported; from now on none is until <see cref="_isPanicking"/> is cleared.</summary>
    private bool StartPanic()
    {
        if (_isPanicking) return false;
        _isPanicking = true;
        return Current != Token.Invalid;
    }

    private void SyntaxError(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments)
    {
        if (StartPanic()) _errors.Add(descriptor, span, arguments);
    }

    /// <summary>Reports what the grammar allows and a rule forbids; parsing goes on as if nothing had happened.</summary>
    private void EarlyError(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments)
    {
        if (!_isPanicking) _errors.AddEarly(descriptor, span, arguments);
    }

    private void ReportExpected(string what) => SyntaxError(ParseErrors.Expected, TokenSpan, what, DescribeCurrent());

    private void ReportUnexpected() => SyntaxError(ParseErrors.Unexpected, TokenSpan, DescribeCurrent());

    private string DescribeCurrent() => TokenText.DescribeFound(Current, _source, TokenSpan);

    // ---- depth ----

    /// <summary>
    /// Whether there is stack for 32 more levels; asked at every level and answered by a look at the stack at every 32nd.
    /// Each caller decrements <see cref="_depth"/> when it leaves.
    /// </summary>
    private bool EnterLevel() => (++_depth & 31) != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack();
}
