namespace Inox.Http;

public sealed partial class HttpApp
{
    private object?[] _states = [];

    /// <summary>Makes a value available to every handler that takes <c>State&lt;T&gt;</c>. Handlers of all loops share it.</summary>
    public HttpApp AddState<T>(T state) where T : class
    {
        int index = StateSlot<T>.Index;
        if (index >= _states.Length) Array.Resize(ref _states, index + 1);
        _states[index] = state;
        return this;
    }

    /// <exception cref="InvalidOperationException">No such state was added.</exception>
    public T State<T>() where T : class => FindState<T>() ?? throw new InvalidOperationException($"no state of type {typeof(T)} was added to the application");

    public T? FindState<T>() where T : class
    {
        int index = StateSlot<T>.Index;
        return index < _states.Length ? (T?)_states[index] : null;
    }

    /// <exception cref="InvalidOperationException">There is no service provider, or it does not know the service.</exception>
    public T Service<T>() where T : class =>
        (T?)Services?.GetService(typeof(T)) ?? throw new InvalidOperationException($"the service provider of the application has no {typeof(T)}");
}
