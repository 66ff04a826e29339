using System.Collections.Frozen;

namespace Inox.Bundler.Resolution;

/// <summary>The modules that Node carries (Node 24, <c>module.builtinModules</c> and those with a scheme only).</summary>
public static class BuiltinModules
{
    private const string Scheme = "node:";

    private static readonly FrozenSet<string> s_names = FrozenSet.Create(StringComparer.Ordinal,
        "_http_agent", "_http_client", "_http_common", "_http_incoming", "_http_outgoing", "_http_server", "_stream_duplex",
        "_stream_passthrough", "_stream_readable", "_stream_transform", "_stream_wrap", "_stream_writable", "_tls_common", "_tls_wrap",
        "assert", "assert/strict", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto", "dgram",
        "diagnostics_channel", "dns", "dns/promises", "domain", "events", "fs", "fs/promises", "http", "http2", "https", "inspector",
        "inspector/promises", "module", "net", "os", "path", "path/posix", "path/win32", "perf_hooks", "process", "punycode",
        "querystring", "readline", "readline/promises", "repl", "stream", "stream/consumers", "stream/promises", "stream/web",
        "string_decoder", "sys", "timers", "timers/promises", "tls", "trace_events", "tty", "url", "util", "util/types", "v8", "vm",
        "wasi", "worker_threads", "zlib");

    // `import "sqlite"` is a package; only `node:sqlite` is Node's.
    private static readonly FrozenSet<string> s_schemeOnly = FrozenSet.Create(StringComparer.Ordinal,
        "node:sea", "node:sqlite", "node:test", "node:test/reporters");

    /// <summary>Names without the scheme, for lists and suggestions.</summary>
    public static IReadOnlyCollection<string> Names => s_names;

    /// <summary>Whether Node answers <paramref name="specifier"/> itself, written with or without <c>node:</c>.</summary>
    public static bool Contains(string specifier) =>
        s_names.Contains(specifier)
        || s_schemeOnly.Contains(specifier)
        || (HasScheme(specifier) && s_names.Contains(specifier[Scheme.Length..]));

    internal static bool HasScheme(string specifier) => specifier.StartsWith(Scheme, StringComparison.Ordinal);
}
