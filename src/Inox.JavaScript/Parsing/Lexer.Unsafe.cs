using System.Runtime.CompilerServices;

namespace Inox.JavaScript.Parsing;

// Safe because strings end in a NUL behind their last character and every scan stops at NUL or at a character it does not know, so
// that no index passes Text.Length: reading there gives the NUL, and no scan needs a check for the end.
internal partial struct Lexer
{
    private readonly char At(int index) => Unsafe.Add(ref Unsafe.AsRef(in Text.GetPinnableReference()), index);
}
