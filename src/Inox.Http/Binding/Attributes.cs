namespace Inox.Http;

/// <summary>A handler: a static method whose parameters are bound and whose return value answers. See <see cref="GetAttribute"/> and its siblings.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class RouteAttribute(string method, string pattern) : Attribute
{
    /// <summary>Such as <c>GET</c>, or a method of one's own.</summary>
    public string Method { get; } = method;

    /// <summary>Such as <c>/users/{id:int}</c>, <c>/files/{path*}</c>.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>Only requests to this host match; <c>*.example.org</c> for those below it.</summary>
    public string? Host { get; set; }

    /// <summary>Only requests with this field match: <c>X-Version: 2</c>, or a name alone.</summary>
    public string? Field { get; set; }
}

public sealed class GetAttribute(string pattern) : RouteAttribute("GET", pattern);

public sealed class PostAttribute(string pattern) : RouteAttribute("POST", pattern);

public sealed class PutAttribute(string pattern) : RouteAttribute("PUT", pattern);

public sealed class PatchAttribute(string pattern) : RouteAttribute("PATCH", pattern);

public sealed class DeleteAttribute(string pattern) : RouteAttribute("DELETE", pattern);

public sealed class OptionsAttribute(string pattern) : RouteAttribute("OPTIONS", pattern);

public sealed class HeadAttribute(string pattern) : RouteAttribute("HEAD", pattern);

/// <summary>A prefix of all routes of a class; classes inside of it add theirs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrefixAttribute(string prefix) : Attribute
{
    public string Prefix { get; } = prefix;
}

/// <summary>Answers in place of a bare error status, for paths below <paramref name="scope"/>; 0 stands for every status without a catcher of its own.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CatchAttribute(int status, string scope = "/") : Attribute
{
    public int Status { get; } = status;

    public string Scope { get; } = scope;
}

/// <summary>Takes a parameter from the query under another name.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromQueryAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Takes a parameter from a field of the request.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromFieldAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Takes a parameter from a cookie.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromCookieAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The most a buffered body of this handler may have, in bytes.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class BodyLimitAttribute(int bytes) : Attribute
{
    public int Bytes { get; } = bytes;
}

/// <summary>A layer around one handler or all of a class; <typeparamref name="T"/> is made once and shared.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class LayerAttribute<T> : Attribute where T : ILayer, new();
