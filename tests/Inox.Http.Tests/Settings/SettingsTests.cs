using System.Text.Json;
using System.Text.Json.Serialization;
using Inox.Testing;
using Xunit;

namespace Inox.Http.Tests;

public sealed record ServerPart
{
    public int Port { get; init; } = 80;

    public string Host { get; init; } = "localhost";
}

public sealed record TestSettings : IValidated
{
    public string Name { get; init; } = "none";

    public bool Debug { get; init; }

    public double Share { get; init; }

    public Colour Colour { get; init; }

    public TimeSpan Wait { get; init; }

    public string[] Hosts { get; init; } = [];

    public int? Limit { get; init; }

    public ServerPart Server { get; init; } = new();

    public IEnumerable<ProblemError> Validate()
    {
        if (Share > 1) yield return new("share", "must be at most 1");
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TestSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;

/// <summary>Settings from files, environment and arguments.</summary>
public sealed class SettingsTests
{
    private static Settings<TestSettings> Load(TempFolder folder, string arguments = "", string prefix = "NONE_", bool isReloaded = false) => Settings.Load(SettingsJson.Default.TestSettings,
        arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), new SettingsOptions { Folder = folder.Root, EnvironmentPrefix = prefix, IsReloaded = isReloaded, Log = ConsoleLog.Quiet });

    [Theory]
    [InlineData("", "none/False/0/Red/00:00:00//-/80/localhost")]
    [InlineData("--name Ada --debug", "Ada/True/0/Red/00:00:00//-/80/localhost")]
    [InlineData("--debug --name=7", "7/True/0/Red/00:00:00//-/80/localhost")]
    [InlineData("--debug=false --share 0.5 --colour green --wait 00:00:05", "none/False/0.5/Green/00:00:05//-/80/localhost")]
    [InlineData("--hosts a,b --limit 3", "none/False/0/Red/00:00:00/a,b/3/80/localhost")]
    [InlineData("""--hosts ["a","b,c"]""", "none/False/0/Red/00:00:00/a,b,c/-/80/localhost")]
    [InlineData("--server:port 8080 --SERVER:HOST=::", "none/False/0/Red/00:00:00//-/8080/::")]
    public void ReadsArguments(string arguments, string expected)
    {
        using TempFolder folder = new();
        Assert.Equal(expected, Show(Load(folder, arguments).Current));
    }

    [Fact]
    public void LaysOneOverTheOther()
    {
        using TempFolder folder = new();
        folder.Write("settings.json", """{ "name": "file", "share": 0.1, "hosts": ["f"], "server": { "port": 1, "host": "file" }, /* of old */ "unknown": 1, }""");
        folder.Write("settings.live.json", """{ "name": "live", "server": { "port": 2 } }""");
        string prefix = $"T{Guid.NewGuid():N}_";
        Environment.SetEnvironmentVariable(prefix + "SHARE", "0.2");
        Environment.SetEnvironmentVariable(prefix + "SERVER__PORT", "3");
        Environment.SetEnvironmentVariable(prefix + "PROFILE", "live");
        Settings<TestSettings> settings = Load(folder, "http://x --server:port 4", prefix);
        Assert.Equal("live/False/0.2/Red/00:00:00/f/-/4/file", Show(settings.Current));
        Assert.Equal(("live", "http://x"), (settings.Profile, Assert.Single(settings.Rest)));
        Assert.Equal("file/False/0.2/Red/00:00:00/f/-/3/file", Show(Load(folder, "--profile test", prefix).Current));
    }

    [Theory]
    [InlineData("{", "", "settings.json` is malformed in line 1")]
    [InlineData("[]", "", "settings.json` is no JSON object")]
    [InlineData("{ \"server\": { \"port\": \"x\" } }", "", "the setting `server:port` does not have the expected form")]
    [InlineData("{ \"share\": 2 }", "", "the setting `share` must be at most 1")]
    [InlineData("{}", "--prot 1", "`--prot` is no setting: there are `name`, `debug`")]
    [InlineData("{}", "--server:prot 1", "`--server:prot` is no setting: there are `port`, `host`")]
    [InlineData("{}", "--server:port x", "`x` of `--server:port` is no Int32")]
    [InlineData("{}", "--debug yes", "`yes` of `--debug` is no Boolean")]
    public void TellsWhatIsWrong(string file, string arguments, string message)
    {
        using TempFolder folder = new();
        folder.Write("settings.json", file);
        SettingsException exception = Assert.Throws<SettingsException>(() => Load(folder, arguments));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadsChangedFilesAgain()
    {
        using TempFolder folder = new();
        folder.Write("settings.json", """{ "name": "old" }""");
        using Settings<TestSettings> settings = Load(folder, "--debug", isReloaded: true);
        TaskCompletionSource<TestSettings> changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        settings.Changed += value => changed.TrySetResult(value);
        // Malformed on the way: the old value stays.
        folder.Write("settings.json", """{ "name": """);
        folder.Write("settings.new", """{ "name": "new" }""");
        File.Move(folder["settings.new"], folder["settings.json"], overwrite: true);
        TestSettings read = await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(("new", true), (read.Name, read.Debug));
        Assert.Same(read, settings.Current);
    }

    private static string Show(TestSettings settings) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{settings.Name}/{settings.Debug}/{settings.Share}/{settings.Colour}/{settings.Wait}/{string.Join(',', settings.Hosts)}/{settings.Limit?.ToString() ?? "-"}/{settings.Server.Port}/{settings.Server.Host}");
}
