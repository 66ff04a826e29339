using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Inox.Http;

/// <summary>Reads the settings of a program. See <see cref="Settings{T}"/>.</summary>
public static class Settings
{
    /// <summary>
    /// Reads, each over the one before: <c>settings.json</c>, <c>settings.PROFILE.json</c>, the environment (<c>APP_SERVER__PORT=80</c>) and the arguments (<c>--server:port 80</c>,
    /// <c>--server:port=80</c>, <c>--debug</c>).
    /// </summary>
    /// <param name="type">The shape of the settings, from a <c>JsonSerializerContext</c> of the program.</param>
    /// <param name="arguments">Those of the program; what is no setting is in <see cref="Settings{T}.Rest"/>.</param>
    /// <param name="options">Names and places.</param>
    /// <exception cref="SettingsException">A file is malformed, or a name or value is none of this shape.</exception>
    public static Settings<T> Load<T>(JsonTypeInfo<T> type, ReadOnlySpan<string> arguments = default, SettingsOptions? options = null) where T : class, new() =>
        new(type, arguments, options ?? new());
}

/// <summary>
/// The settings of a program as one immutable value, read anew when a file changes. What is wrong with a changed file goes to the log, and the value stays. As state of the
/// application (<c>AddState(settings)</c>) a handler takes <see cref="Current"/> once and works with that.
/// </summary>
public sealed class Settings<T> : IDisposable where T : class, new()
{
    private readonly JsonTypeInfo<T> _type;
    private readonly SettingsOptions _options;
    private readonly List<(string Path, string Text, string Source)> _overrides = [];
    private readonly SettingsWatcher? _watcher;
    private volatile T _current;

    internal Settings(JsonTypeInfo<T> type, ReadOnlySpan<string> arguments, SettingsOptions options)
    {
        _type = type;
        _options = options;
        Profile = options.Profile ?? Environment.GetEnvironmentVariable(options.EnvironmentPrefix + "PROFILE") ?? "development";
        (IReadOnlyList<(string Path, string Text)> named, Rest) = SettingsArguments.Read(arguments);
        foreach ((string path, string text) in named)
        {
            // `--profile` chooses the file, so it cannot stand in one.
            if (path.Equals("profile", StringComparison.OrdinalIgnoreCase)) Profile = text;
            else _overrides.Add((path, text, "--" + path));
        }
        _overrides.InsertRange(0, SettingsArguments.ReadEnvironment(options.EnvironmentPrefix));
        _current = Read();
        if (options.IsReloaded) _watcher = new(options.Folder, options.Name, Reload);
    }

    /// <summary>The value now.</summary>
    public T Current => _current;

    /// <summary>Which variant is in force: <c>--profile</c>, else the environment's <c>APP_PROFILE</c>, else <c>development</c>.</summary>
    public string Profile { get; }

    /// <summary>The arguments that are no settings, such as addresses to listen on.</summary>
    public IReadOnlyList<string> Rest { get; }

    /// <summary>Runs with the new value after a file has changed, on a thread of the pool.</summary>
    public event Action<T>? Changed;

    public void Dispose() => _watcher?.Dispose();

    private void Reload()
    {
        T read;
        try
        {
            read = Read();
        }
        catch (Exception exception) when (exception is SettingsException or IOException)
        {
            _options.Log.Failed("the settings stay as they are", exception);
            return;
        }
        _current = read;
        Changed?.Invoke(read);
    }

    private T Read()
    {
        JsonObject whole = SettingsFile.Defaults(_type);
        SettingsFile.Merge(whole, Path.Combine(_options.Folder, $"{_options.Name}.json"));
        SettingsFile.Merge(whole, Path.Combine(_options.Folder, $"{_options.Name}.{Profile}.json"));
        foreach ((string path, string text, string source) in _overrides) SettingsOverride.Set(whole, _type, path, text, source);
        return SettingsFile.Bind(whole, _type);
    }
}
