using Xunit;

namespace Inox.Core.Tests;

public sealed class DiagnosticBagTests
{
    private static readonly DiagnosticDescriptor s_error = new("IX0002", Severity.Error, "{0}");
    private static readonly DiagnosticDescriptor s_warning = new("IX0001", Severity.Warning, "{0}");

    [Fact]
    public void CollectsFromThreadsInOneOrder()
    {
        SourceText a = new("a", new string(' ', 100)), b = new("b", "");
        DiagnosticBag bag = new();
        Parallel.For(0, 100, i => bag.Add(new() { Descriptor = s_warning, Source = a, Span = TextSpan.At(99 - i), Arguments = ["x"] }));
        Assert.False(bag.HasErrors);
        bag.AddRange(
        [
            new() { Descriptor = s_error, Source = b, Arguments = ["2"] }, new() { Descriptor = s_error, Source = b, Arguments = ["1"] },
            new() { Descriptor = s_warning, Source = b, Arguments = ["3"] }, new() { Descriptor = s_error, Arguments = ["0"] },
        ]);
        Assert.True(bag.HasErrors);
        Assert.Equal(104, bag.Count);
        Diagnostic[] sorted = bag.ToSortedArray();
        Assert.Equal("0", sorted[0].Message);
        Assert.Equal(Enumerable.Range(0, 100), sorted[1..101].Select(diagnostic => diagnostic.Span.Start));
        Assert.Equal(["3", "1", "2"], sorted[101..].Select(diagnostic => diagnostic.Message));
    }
}
