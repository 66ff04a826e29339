using System.Globalization;
using System.Numerics;

namespace Inox.JavaScript.Parsing;

internal partial struct Lexer   // numbers
{
    private Token ScanNumber(char first)
    {
        if (first == '0')
        {
            switch (At(State.Start + 1) | 0x20)
            {
                case 'x': return ScanRadix(4);
                case 'o': return ScanRadix(3);
                case 'b': return ScanRadix(1);
            }
            if (CharacterClass.IsDigit(At(State.Start + 1)) || At(State.Start + 1) == '_') return ScanLegacyNumber();
        }
        return ScanDecimal();
    }

    private Token ScanDecimal()
    {
        int position = State.Start;
        bool hasSeparator = false;
        long value = 0;
        for (; CharacterClass.IsDigit(At(position)); position++) value = unchecked(value * 10 + (At(position) - '0'));
        char c = At(position);
        bool isShortInteger = position - State.Start is > 0 and <= 15;
        if (isShortInteger && c is not ('.' or 'e' or 'E' or '_' or 'n'))
        {
            State.Number = value;
            return FinishNumber(position);
        }
        position = SkipDigits(position, ref hasSeparator);
        if (At(position) == 'n' && At(State.Start) != '.') return FinishBigInt(position, hasSeparator);
        return ScanFraction(position, hasSeparator);
    }

    // The rest of a number from its `.` or exponent on.
    private Token ScanFraction(int position, bool hasSeparator)
    {
        if (At(position) == '.')
        {
            position++;
            if (At(position) == '_') Error(ParseErrors.MisplacedSeparator, position, position + 1);
            position = SkipDigits(position, ref hasSeparator);
        }
        if ((At(position) | 0x20) == 'e')
        {
            int exponent = position + 1;
            if (At(exponent) is '+' or '-') exponent++;
            if (!CharacterClass.IsDigit(At(exponent))) Error(ParseErrors.MissingExponent, State.Start, exponent);
            position = SkipDigits(exponent, ref hasSeparator);
        }
        State.Number = ParseDecimal(Text.AsSpan(State.Start, position - State.Start), hasSeparator);
        return FinishNumber(position);
    }

    private static double ParseDecimal(ReadOnlySpan<char> text, bool hasSeparator)
    {
        ReadOnlySpan<char> digits = hasSeparator ? text.ToString().Replace("_", "") : text;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
    }

    // Digits with single separators between them.
    private readonly int SkipDigits(int position, ref bool hasSeparator)
    {
        while (true)
        {
            while (CharacterClass.IsDigit(At(position))) position++;
            if (At(position) != '_') return position;
            hasSeparator = true;
            bool isBetween = position > State.Start && CharacterClass.IsDigit(At(position - 1)) && CharacterClass.IsDigit(At(position + 1));
            if (!isBetween) Error(ParseErrors.MisplacedSeparator, position, position + 1);
            position++;
        }
    }

    // `010` is octal, `08` and `09.5` are decimal; strict code has neither.
    private Token ScanLegacyNumber()
    {
        SetFlag(TokenFlags.LegacyOctal);
        int position = State.Start + 1;
        bool isOctal = true;
        for (; CharacterClass.IsDigit(At(position)); position++) isOctal &= At(position) < '8';
        if (At(position) == '_')
        {
            Error(ParseErrors.MisplacedSeparator, position, position + 1);
            bool ignored = false;
            position = SkipDigits(position + 1, ref ignored);
        }
        if (At(position) == 'n') Error(ParseErrors.InvalidBigInt, State.Start, ++position);
        else if (!isOctal && At(position) is '.' or 'e' or 'E') return ScanFraction(position, hasSeparator: false);
        ReadOnlySpan<char> digits = Text.AsSpan(State.Start, position - State.Start);
        State.Number = isOctal ? ParseRadix(digits, 3) : ParseDecimal(digits, hasSeparator: true);
        return FinishNumber(position);
    }

    private Token ScanRadix(int bits)
    {
        int start = State.Start + 2;
        int position = start;
        bool isSeparatorAllowed = false;
        while (true)
        {
            char c = At(position);
            if (c == '_')
            {
                if (!isSeparatorAllowed || RadixDigit(At(position + 1), bits) < 0) Error(ParseErrors.MisplacedSeparator, position, position + 1);
                isSeparatorAllowed = false;
            }
            else if (RadixDigit(c, bits) >= 0) isSeparatorAllowed = true;
            else break;
            position++;
        }
        if (position == start) Error(ParseErrors.MissingDigits, State.Start, position);
        ReadOnlySpan<char> digits = Text.AsSpan(start, position - start);
        if (At(position) == 'n')
        {
            State.Value = RadixToBigInteger(digits, bits).ToString(CultureInfo.InvariantCulture);
            State.Kind = FinishNumber(position + 1);
            return Token.BigInt;
        }
        State.Number = ParseRadix(digits, bits);
        return FinishNumber(position);
    }

    private static int RadixDigit(char c, int bits)
    {
        int value = CharacterClass.HexValue(c);
        return value < 1 << bits ? value : -1;
    }

    // Exact: 53 bits and a sticky one are gathered, so that the conversion to double rounds once.
    private static double ParseRadix(ReadOnlySpan<char> digits, int bits)
    {
        ulong mantissa = 0;
        int exponent = 0;
        bool isSticky = false;
        foreach (char c in digits)
        {
            if (c == '_') continue;
            int digit = RadixDigit(c, bits);
            for (int bit = bits - 1; bit >= 0; bit--)
            {
                uint next = (uint)(digit >> bit) & 1;
                if (mantissa < 1UL << 62) mantissa = (mantissa << 1) | next;
                else
                {
                    exponent++;
                    isSticky |= next != 0;
                }
            }
        }
        return Math.ScaleB((double)(isSticky ? mantissa | 1 : mantissa), exponent);
    }

    private static BigInteger RadixToBigInteger(ReadOnlySpan<char> digits, int bits)
    {
        string hex = bits == 4 ? "0" + digits.ToString().Replace("_", "") : "";
        if (bits == 4) return BigInteger.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out BigInteger parsed) ? parsed : 0;
        BigInteger value = 0;
        foreach (char c in digits) if (c != '_') value = (value << bits) | RadixDigit(c, bits);
        return value;
    }

    private Token FinishBigInt(int position, bool hasSeparator)
    {
        string digits = Text[State.Start..position];
        State.Value = hasSeparator ? digits.Replace("_", "") : digits;
        FinishNumber(position + 1);
        return Token.BigInt;
    }

    // `3in x` is an error: no name may follow at once.
    private Token FinishNumber(int position)
    {
        State.Position = position;
        char c = At(position);
        bool isFollowed = CharacterClass.IsPart(c) || c == '\\' || (c >= 128 && UnicodeIdentifiers.IsStart(CodePointAt(position, out _)));
        if (isFollowed) Error(ParseErrors.NameAfterNumber, position, position + 1);
        return Token.Number;
    }
}
