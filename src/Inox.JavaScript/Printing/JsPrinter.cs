using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

/// <summary>
/// Writes a tree as source text. It walks the tree once and writes straight to the output; parentheses come from the level of the place
/// an expression stands in (<see cref="Precedence"/>), and what may not start a statement (`{`, `function`, `class`, `let [`) is
/// recognised by comparing the length of the output with where the statement started. Semicolons are held back when minifying, so that the
/// one before a `}` never comes. It does not change the tree and does not choose names.
/// </summary>
public sealed partial class JsPrinter
{
    // Nodes between two looks at the stack; a level takes less than 1 kB.
    private const int StackCheckInterval = 32;

    private readonly CharWriter _output;
    private readonly SourceText? _source;
    private readonly MappingWriter? _map;
    private readonly SymbolText[]? _names;
    private readonly bool _minify;
    private readonly bool _shortensToEs2015;
    private readonly bool _prefersTemplates;
    private readonly bool _ascii;

    private readonly List<BinaryExpression> _spine = [];
    private int _depth;
    private int _indentation;

    private int _statementStart = -1;
    private int _exportDefaultStart = -1;
    private int _arrowBodyStart = -1;
    private int _forInitStart = -1;

    // Where the last regular expression and the last number without a point ended: `/x/ in y`, `1..toString()`.
    private int _regexEnd = -1;
    private int _integerEnd = -1;

    /// <summary>
    /// Writes to <paramref name="output"/>. <paramref name="comments"/> are those of <paramref name="source"/> in its order; with a
    /// <paramref name="map"/>, places in <paramref name="source"/> are mapped as source 0.
    /// </summary>
    public JsPrinter(CharWriter output, PrintOptions options, SourceText? source = null, Comment[]? comments = null, MappingWriter? map = null)
    {
        _output = output;
        _source = source;
        _map = source is null ? null : map;
        _names = options.Names;
        _minify = options.MinifyWhitespace;
        _shortensToEs2015 = options is { MinifyWhitespace: true, MinifyToEs5: false };
        _prefersTemplates = _shortensToEs2015 && options.PreferTemplates;
        _ascii = options.AsciiOnly;
        _indentation = options.Indentation;
        _comments = SelectComments(comments ?? [], source, options.Comments);
    }

    /// <summary>A statement was written whose semicolon is still to come; the next statement brings it, a `}` makes it superfluous.</summary>
    public bool NeedsSemicolon { get; private set; }

    /// <summary>The names that mappings refer to by index.</summary>
    public IReadOnlyList<string> MappedNames => _mappedNames;

    public static PrintResult Print(Program program, SourceText? source, Comment[] comments, PrintOptions options, MappingWriter? map = null)
    {
        using CharWriter output = new(Math.Max(4096, source?.Text.Length ?? 0));
        JsPrinter printer = new(output, options, source, comments, map);
        printer.PrintProgram(program);
        return new(output.ToString(), [.. printer._mappedNames]);
    }

    public static string Print(ParseResult parsed, PrintOptions? options = null) =>
        Print(parsed.Program, parsed.Source, parsed.Comments, options ?? PrintOptions.Default).Code;

    public void PrintProgram(Program program)
    {
        if (program.Hashbang is { } hashbang)
        {
            if (!hashbang.StartsWith("#!", StringComparison.Ordinal)) _output.Write("#!");
            _output.Write(hashbang);
            _output.Write('\n');
        }
        PrintStatementList(program.Body);
        PrintCommentsUpTo(program.End);
    }

    public void PrintStatements(ReadOnlySpan<Statement> statements) => PrintStatementList(statements);

    /// <summary>Writes the comments that stand behind the last statement.</summary>
    public void PrintCommentsAtEnd(Program program) => PrintCommentsUpTo(program.End);

    /// <summary>Writes the semicolon that is still to come.</summary>
    public void FlushSemicolon()
    {
        if (!NeedsSemicolon) return;
        NeedsSemicolon = false;
        _output.Write(';');
    }

    private void Semicolon()
    {
        if (_minify) NeedsSemicolon = true;
        else _output.Write(';');
    }

    private void Space()
    {
        if (!_minify) _output.Write(' ');
    }

    private void NewLine()
    {
        if (!_minify) _output.Write('\n');
    }

    private void Indent()
    {
        if (!_minify && _indentation > 0) _output.Write(' ', _indentation * 2);
    }

    private void Write(char c) => _output.Write(c);

    private void Write(string text) => _output.Write(text);

    // `, ` between list elements
    private void Comma()
    {
        _output.Write(',');
        if (!_minify) _output.Write(' ');
    }

    /// <summary>Writes a keyword behind what may end in a letter, and leaves it to the next token to part from it.</summary>
    private void Keyword(string word)
    {
        SeparateWord();
        _output.Write(word);
    }

    // A space is needed where two words meet: `typeof x`, `x in y`, `1 in y`, `/x/ in y`.
    private void SeparateWord()
    {
        char last = _output.Last;
        if (IsWordPart(last) || (last == '/' && _regexEnd == _output.Length)) _output.Write(' ');
    }

    private static bool IsWordPart(char c) =>
        c >= 0x80 || (c < 0x80 && (uint)((c | 0x20) - 'a') <= 'z' - 'a') || (uint)(c - '0') <= 9 || c is '_' or '$';

    private void OpenBrace()
    {
        _output.Write('{');
        NewLine();
        _indentation++;
    }

    private void CloseBrace()
    {
        NeedsSemicolon = false;
        _indentation--;
        Indent();
        _output.Write('}');
    }

    private bool NeedsFreshStack() =>
        (++_depth & (StackCheckInterval - 1)) == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack();
}
