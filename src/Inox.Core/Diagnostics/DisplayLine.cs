using System.Globalization;
using System.Text;

namespace Inox.Core;

/// <summary>
/// A piece of a source line as a terminal shows it: tabs become blanks, control characters and direction overrides become visible, so
/// that no source can repaint the screen. <see cref="ColumnOf"/> gives the terminal column of each UTF-16 code unit.
/// </summary>
internal sealed class DisplayLine
{
    private readonly StringBuilder _text = new();
    private readonly int[] _columns;
    private int _column;

    public DisplayLine(ReadOnlySpan<char> piece, int tabWidth)
    {
        _columns = new int[piece.Length + 1];
        int baseColumn = 0;
        for (int i = 0; i < piece.Length;)
        {
            Rune.DecodeFromUtf16(piece[i..], out Rune rune, out int length);
            int width = rune.Value == '\t' ? tabWidth - _column % tabWidth : DisplayWidth.Of(rune);
            // A mark on a combining character points to the letter under it.
            if (width > 0) baseColumn = _column;
            _columns.AsSpan(i, length).Fill(baseColumn);
            Append(rune, width);
            i += length;
        }
        _columns[^1] = _column;
    }

    public string Text => _text.ToString();

    /// <summary>Terminal columns of the whole piece.</summary>
    public int Width => _column;

    /// <summary>The terminal column where the code unit at <paramref name="index"/> of the piece starts, or where the piece ends.</summary>
    public int ColumnOf(int index) => _columns[Math.Clamp(index, 0, _columns.Length - 1)];

    /// <summary>The terminal column behind everything before <paramref name="index"/>, with its combining characters.</summary>
    public int EndOf(int index)
    {
        index = Math.Clamp(index, 0, _columns.Length - 1);
        int start = index == 0 ? 0 : _columns[index - 1];
        while (index < _columns.Length - 1 && _columns[index] == start) index++;
        return _columns[index];
    }

    private void Append(Rune rune, int width)
    {
        _column += width;
        if (rune.Value == '\t') _text.Append(' ', width);
        else if (rune.Value < 0x20) _text.Append((char)(0x2400 + rune.Value));
        else if (rune.Value == 0x7F) _text.Append('\u2421');
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || IsDirectionControl(rune)) _text.Append('\uFFFD');
        else _text.Append(rune.ToString());
    }

    private static bool IsDirectionControl(Rune rune) => rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;
}
