using System.Runtime.CompilerServices;
using Inox.Core;

namespace Inox.JavaScript.Parsing;

/// <summary>
/// Turns text into tokens, one at a time: <see cref="Next"/> makes the following token the current one. What a `/`, a `}` or a `&gt;`
/// starts depends on the grammar, so the lexer takes the plain reading and the parser asks for another with the <c>Rescan</c> methods
/// (regular expressions, templates, JSX, type arguments), which read again from the start of the current token.
/// All there is to know about a place is in <see cref="State"/>. Chapters: comments, names, numbers, strings, templates, punctuators,
/// regular expressions, JSX.
/// </summary>
internal partial struct Lexer
{
    public LexerState State;

    public readonly string Text;

    /// <summary>`&lt;!--` and `--&gt;` are comments: in scripts, and in files that may still turn out to be scripts.</summary>
    public bool AllowsHtmlComments;

    /// <summary>TypeScript takes NEXT LINE and ZERO WIDTH SPACE for blanks.</summary>
    public bool AllowsNextLine;

    /// <summary>One was met: the file reads otherwise as a module.</summary>
    public bool SawHtmlComment;

    public CommentList Comments;

    private readonly ParseErrorLog _errors;
    private NameTable _names;

    public Lexer(SourceText source, ParseErrorLog errors, bool keepComments)
    {
        Text = source.Text;
        _errors = errors;
        _names = NameTable.Rent();
        Comments = new(keepComments);
    }

    /// <summary>Gives back what was rented; the lexer reads no more.</summary>
    public void Return() => _names.Return();

    public void Next()
    {
        int position = State.Position;
        State.PreviousEnd = position;
        State.Flags = TokenFlags.None;
        char c = At(position);
        // `a.b(c, d)`: most tokens follow at once or behind one space
        if (c == ' ') c = At(++position);
        if (c <= ' ' || c == '/' || c >= 128 || c is '<' or '-') c = SkipTrivia(position);
        else StartToken(position);
        if (CharacterClass.IsStart(c)) ScanName();
        else if (c < 128) State.Kind = ScanPunctuator(c);
        else ScanNonAscii();
    }

    // Leaves Start and Position at the first character of the token and returns it.
    private char SkipTrivia(int position)
    {
        while (true)
        {
            char c = At(position);
            switch (c)
            {
                case ' ':
                    do position++;
                    while (At(position) == ' ');
                    continue;
                case '\t' or '\v' or '\f':
                    position++;
                    continue;
                case '\n' or '\r':
                    State.Flags |= TokenFlags.NewLineBefore;
                    position++;
                    continue;
                case '/':
                    char second = At(position + 1);
                    if (second == '/') position = SkipLineComment(position, CommentKind.Line);
                    else if (second == '*') position = SkipBlockComment(position);
                    else goto default;
                    continue;
                case '<' or '-' when AllowsHtmlComments && StartsHtmlComment(position, c):
                    SawHtmlComment = true;
                    position = SkipLineComment(position, c == '<' ? CommentKind.HtmlOpen : CommentKind.HtmlClose);
                    continue;
                case >= '\u0080' when IsUnicodeSpace(c) || (AllowsNextLine && c is '\u0085' or '\u200b'):
                    if (c is '\u2028' or '\u2029') State.Flags |= TokenFlags.NewLineBefore;
                    position++;
                    continue;
                default:
                    StartToken(position);
                    return c;
            }
        }
    }

    private void StartToken(int position)
    {
        State.Start = position;
        State.Position = position;
        if (Comments.HasLoose) Comments.Attach(position);
    }

    // `-->` counts at the start of a line only: `while (n --> 0)`
    private readonly bool StartsHtmlComment(int position, char c)
    {
        if (c == '<') return At(position + 1) == '!' && At(position + 2) == '-' && At(position + 3) == '-';
        bool isAtLineStart = (State.Flags & TokenFlags.NewLineBefore) != 0 || State.PreviousEnd == 0;
        return isAtLineStart && At(position + 1) == '-' && At(position + 2) == '>';
    }

    // Zs, BOM and the two line separators
    private static bool IsUnicodeSpace(char c) => c is '\u00a0' or '\ufeff' or '\u1680' or (>= '\u2000' and <= '\u200a')
        or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000';

    private void ScanNonAscii()
    {
        int codePoint = CodePointAt(State.Start, out int length);
        if (UnicodeIdentifiers.IsStart(codePoint))
        {
            ScanUnusualName(State.Start);
            return;
        }
        State.Position += length;
        State.Kind = Token.Invalid;
        _errors.Add(ParseErrors.UnexpectedCharacter, new(State.Start, State.Position), Text.Substring(State.Start, length));
    }

    private readonly int CodePointAt(int position, out int length)
    {
        char c = At(position);
        length = 1;
        if (!char.IsHighSurrogate(c)) return c;
        char low = At(position + 1);
        if (!char.IsLowSurrogate(low)) return c;
        length = 2;
        return char.ConvertToUtf32(c, low);
    }

    /// <summary>The first character behind the current token that is no blank: a cheap look ahead that knows no comments.</summary>
    public readonly char PeekCharacter()
    {
        int position = State.Position;
        while (At(position) is ' ' or '\n' or '\t' or '\r') position++;
        return At(position);
    }

    private void SetFlag(TokenFlags flag) => State.Flags |= flag;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Error(DiagnosticDescriptor descriptor, int start, int end, params ReadOnlySpan<string> arguments) =>
        _errors.Add(descriptor, new(start, Math.Min(end, Text.Length)), arguments);
}
