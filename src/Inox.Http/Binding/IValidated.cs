namespace Inox.Http;

/// <summary>A type of <see cref="Query{T}"/>, <see cref="Form{T}"/> or <see cref="Json{T}"/> that says itself what is wrong with it; anything makes it 422.</summary>
public interface IValidated
{
    /// <summary>What is wrong, by name of the property; nothing when all is well.</summary>
    IEnumerable<ProblemError> Validate();
}
