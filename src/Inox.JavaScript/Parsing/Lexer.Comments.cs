using System.Buffers;

namespace Inox.JavaScript.Parsing;

internal partial struct Lexer   // comments
{
    private static readonly SearchValues<char> s_lineTerminators = SearchValues.Create("\n\r\u2028\u2029");

    /// <summary>Reads `#!` at the very start of the text; returns what follows it, or null.</summary>
    public string? ReadHashbang()
    {
        int start = At(0) == '\ufeff' ? 1 : 0;
        if (At(start) != '#' || At(start + 1) != '!') return null;
        State.Position = SkipLineComment(start, CommentKind.Hashbang);
        return Text[(start + 2)..State.Position];
    }

    private int SkipLineComment(int start, CommentKind kind)
    {
        ReadOnlySpan<char> rest = Text.AsSpan(start);
        int length = rest.IndexOfAny(s_lineTerminators);
        int end = length < 0 ? Text.Length : start + length;
        NoteComment(kind, start, end);
        return end;
    }

    private int SkipBlockComment(int start)
    {
        ReadOnlySpan<char> rest = Text.AsSpan(start + 2);
        int length = rest.IndexOf("*/");
        if (length < 0)
        {
            Error(ParseErrors.UnterminatedComment, start, start + 2);
            return Text.Length;
        }
        int end = start + 2 + length + 2;
        NoteComment(CommentKind.Block, start, end);
        if ((State.Flags & TokenFlags.NewLineBefore) == 0 && rest[..length].ContainsAny(s_lineTerminators)) SetFlag(TokenFlags.NewLineBefore);
        return end;
    }

    private void NoteComment(CommentKind kind, int start, int end)
    {
        bool isTrailing = (State.Flags & TokenFlags.NewLineBefore) == 0 && State.PreviousEnd > 0;
        Comments.Add(kind, start, end, isTrailing);
        ReadOnlySpan<char> text = Text.AsSpan(start, end - start);
        int underscores = text.IndexOf("__");
        if (underscores < 0 || text[underscores - 1] is not ('@' or '#')) return;
        ReadOnlySpan<char> name = text[(underscores + 2)..];
        if (name.StartsWith("PURE__")) SetFlag(TokenFlags.PureBefore);
        else if (name.StartsWith("NO_SIDE_EFFECTS__")) SetFlag(TokenFlags.NoSideEffectsBefore);
    }
}
