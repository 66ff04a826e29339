using System.Runtime.CompilerServices;
using Inox.Core;

namespace Inox.JavaScript.Syntax;

/// <summary>Tells whether two trees are the same but for positions, scopes and symbols.</summary>
public static partial class TreeComparer
{
    public static bool AreEqual(Node? a, Node? b)
    {
        if (a is null || b is null) return ReferenceEquals(a, b);
        if (a.Kind != b.Kind) return false;
        return RuntimeHelpers.TryEnsureSufficientExecutionStack() ? SameFields(a, b) : SameFieldsOnFreshStack(a, b);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool SameFieldsOnFreshStack(Node a, Node b)
    {
        bool same = false;
        DeepStack.Run(() => same = SameFields(a, b));
        return same;
    }

    private static bool SameList(Node?[] a, Node?[] b)
    {
        if (a.Length != b.Length) return false;
        for (int i = 0; i < a.Length; i++) if (!AreEqual(a[i], b[i])) return false;
        return true;
    }
}
