namespace Inox.JavaScript.Parsing;

/// <summary>The tokens behind the parser, when they are asked for. A look ahead that is taken back takes back its tokens.</summary>
internal sealed class TokenList
{
    private readonly List<SyntaxToken> _items = [];

    public int Count => _items.Count;

    public void Add(in LexerState state)
    {
        if (state.Kind is not (Token.EndOfFile or Token.Invalid) && state.Position > state.Start) _items.Add(new(KindOf(state.Kind), state.Start, state.Position));
    }

    public void Truncate(int count) => _items.RemoveRange(count, _items.Count - count);

    public SyntaxToken[] ToArray() => [.. _items];

    private static SyntaxTokenKind KindOf(Token kind) => kind switch
    {
        Token.Number => SyntaxTokenKind.Number,
        Token.BigInt => SyntaxTokenKind.BigInt,
        Token.String => SyntaxTokenKind.String,
        Token.Template => SyntaxTokenKind.Template,
        Token.RegExp => SyntaxTokenKind.RegExp,
        Token.PrivateName => SyntaxTokenKind.PrivateName,
        Token.JsxText => SyntaxTokenKind.JsxText,
        >= Token.Break and <= Token.With => SyntaxTokenKind.Keyword,
        >= Token.Identifier and <= Token.EscapedKeyword => SyntaxTokenKind.Name,
        _ => SyntaxTokenKind.Punctuator,
    };
}
