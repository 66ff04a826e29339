using Inox.Testing;
using Xunit;
using Xunit.Sdk;

namespace Inox.Core.Tests;

public sealed class RatchetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void Check(bool accept, params (string Case, bool Passed)[] results) => Ratchet.Check(_folder["list.txt"], "suite", results, accept);

    private string Fail(bool accept, params (string Case, bool Passed)[] results) =>
        Assert.ThrowsAny<XunitException>(() => Check(accept, results)).Message;

    [Fact]
    public void AListIsMadeOnceAndThenOnlyShortened()
    {
        Assert.Contains("no ", Fail(accept: false, ("a", true)));
        Check(accept: true, ("b", false), ("c", true), ("a", false), ("B", false));
        Assert.Equal("suite 1/4\nB\na\nb\n", _folder.Read("list.txt"));
        Check(accept: false, ("a", false), ("b", false), ("B", false), ("c", true));

        Assert.Contains("\n  c", Fail(accept: false, ("a", false), ("b", false), ("B", false), ("c", false)));
        Assert.Contains("\n  c", Fail(accept: true, ("a", false), ("b", true), ("B", false), ("c", false)));
        Assert.Contains("\n  b", Fail(accept: false, ("a", false), ("b", true), ("B", false), ("c", true)));
        Assert.Contains("suite 2/5", Fail(accept: false, ("a", false), ("b", false), ("B", false), ("c", true), ("d", true)));
        Assert.Contains("\n  B", Fail(accept: false, ("a", false), ("b", false), ("c", true)));

        Check(accept: true, ("a", false), ("b", true), ("B", true), ("c", true));
        Assert.Equal("suite 3/4\na\n", _folder.Read("list.txt"));
    }

    [Fact]
    public void CasesHaveNamesAndComeOnce()
    {
        Fail(accept: true, ("a", true), ("a", true));
        Fail(accept: true, ("a\nb", true));
        Fail(accept: true, ("", true));
        Fail(accept: true);
        Assert.False(File.Exists(_folder["list.txt"]));
    }
}
