namespace Inox.Http;

/// <summary>A body read as JSON through a <c>JsonSerializerContext</c> of the program; as a return value, a value written as JSON.</summary>
public readonly record struct Json<T>(T Value);

/// <summary>All parameters of the query that <typeparamref name="T"/> has a property or constructor parameter for.</summary>
public readonly record struct Query<T>(T Value);

/// <summary>A body of <c>application/x-www-form-urlencoded</c>, bound like a query.</summary>
public readonly record struct Form<T>(T Value);

/// <summary>What <see cref="HttpApp.AddState{T}"/> added.</summary>
public readonly record struct State<T>(T Value) where T : class
{
    public static implicit operator T(State<T> state) => state.Value;
}

/// <summary>What <see cref="HttpApp.Services"/> knows.</summary>
public readonly record struct Service<T>(T Value) where T : class;

/// <summary>The raw bytes of the body.</summary>
public readonly record struct Body(ReadOnlyMemory<byte> Bytes);

/// <summary>
/// A parameter type that binds itself: a guard that must be passed, such as a signed-in user. The generated binder calls it; a problem ends the request,
/// unless the parameter is optional or a <see cref="Result{T, E}"/>.
/// </summary>
public interface IFromRequest<TSelf> where TSelf : IFromRequest<TSelf>
{
    static abstract ValueTask<Result<TSelf, Problem>> FromRequestAsync(HttpExchange exchange);
}
