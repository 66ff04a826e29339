using Xunit;

namespace Inox.Http.Tests;

/// <summary>Every probe goes to a connection of its own; a refusal must also close it.</summary>
public sealed class StrictnessTests(ProbeServer server) : IClassFixture<ProbeServer>
{
    [Theory]
    [InlineData("request line")]
    [InlineData("target")]
    [InlineData("field")]
    [InlineData("host")]
    [InlineData("length")]
    [InlineData("coding")]
    [InlineData("chunk")]
    [InlineData("semantics")]
    public void Answers(string group)
    {
        Probe[] probes = Probes.Of(group);
        List<string> faults = [];
        foreach (Probe probe in probes)
        {
            if (Judge(probe) is { } fault) faults.Add($"{probe.Name}: {fault}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void AreManyAndNamedOnce()
    {
        string[] names = [.. Probes.All.SelectMany(group => group.Value.Select(probe => $"{group.Key} {probe.Name}"))];
        Assert.True(names.Length >= 200, $"{names.Length} probes");
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    private string? Judge(Probe probe)
    {
        using RawClient client = new(server.Address);
        client.Send(probe.Message);
        RawResponse? response = client.Read(probe.Message.StartsWith("HEAD", StringComparison.Ordinal));
        string got = response is null ? "close" : response.Status.ToString();
        if (!probe.Expected.Split('|').Contains(got)) return $"expected {probe.Expected}, got {got}";
        if (response is null) return null;
        if (response.Status is 400 or 413 or 414 or 417 or 431 or 505 && (!response.Closes || client.ReadToEnd().Length > 0)) return "the connection stayed open after a refusal";
        return probe.Body is not null && response.Text != probe.Body ? $"expected body `{probe.Body}`, got `{response.Text}`" : null;
    }
}
