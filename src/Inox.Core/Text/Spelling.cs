namespace Inox.Core;

/// <summary>Finds what a mistyped name was meant to be.</summary>
public static class Spelling
{
    private const int MaxLength = 64;

    /// <summary>
    /// The candidate with the fewest edits to <paramref name="name"/> (insert, delete, replace, swap two neighbours; case is free), null when
    /// none is near: one edit is allowed from 3 characters on, two from 6, three from 10. Of equally near ones the first in ordinal
    /// order.
    /// </summary>
    public static string? Closest(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > MaxLength) return null;
        int limit = name.Length switch { < 3 => 0, < 6 => 1, < 10 => 2, _ => 3 };
        string? closest = null;
        foreach (string candidate in candidates)
        {
            if (candidate == name || Math.Abs(candidate.Length - name.Length) > limit) continue;
            int distance = Distance(name, candidate);
            if (distance > limit) continue;
            bool isFirst = closest is null || distance < limit || string.CompareOrdinal(candidate, closest) < 0;
            if (!isFirst) continue;
            closest = candidate;
            limit = distance;
        }
        return closest;
    }

    /// <summary>The optimal string alignment distance, in UTF-16 code units, without regard to the case of letters.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (int j = 0; j < row.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            Span<int> reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = last[j - 1] + (AreSame(a[i - 1], b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replace, Math.Min(last[j], row[j - 1]) + 1);
                bool isSwap = i > 1 && j > 1 && AreSame(a[i - 1], b[j - 2]) && AreSame(a[i - 2], b[j - 1]);
                if (isSwap) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
        }
        return row[b.Length];
    }

    private static bool AreSame(char a, char b) => a == b || char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
