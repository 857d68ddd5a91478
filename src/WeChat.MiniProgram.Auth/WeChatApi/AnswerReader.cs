using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

/// <summary>Reads an answer as UTF-8 JSON, whatever content type it claims: WeChat sends JSON as text/plain.</summary>
internal static class AnswerReader
{
    private const int MaxBodyBytes = 1024 * 1024;
    private const int FirstBufferBytes = 512;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static async ValueTask<WeChatAnswer> ReadAsync(
        HttpResponseMessage response, JsonTypeInfo answerType, CancellationToken cancellationToken)
    {
        var announced = response.Content.Headers.ContentLength ?? FirstBufferBytes;
        if (announced > MaxBodyBytes)
        {
            throw TooLong(response);
        }

        using var stream = await response.Content.OpenReadAsync(cancellationToken).ConfigureAwait(false);

        // A byte more than announced, so that the end is seen without a larger buffer.
        var buffer = new byte[announced + 1];
        var length = 0;
        int read;
        while ((read = await stream.ReadIntoAsync(buffer, length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
            if (length > MaxBodyBytes)
            {
                throw TooLong(response);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(length * 2, MaxBodyBytes + 1));
            }
        }

        var answer = Parse(response, buffer.AsSpan(0, length), answerType);
        return answer.IsComplete || answer.ErrorCode is not (null or 0)
            ? answer
            : throw Unusable(response, AttemptFailure.Final, "lacks what a success must have");
    }

    private static WeChatAnswer Parse(HttpResponseMessage response, ReadOnlySpan<byte> body, JsonTypeInfo answerType)
    {
        if (body.StartsWith(ByteOrderMark))
        {
            body = body.Slice(ByteOrderMark.Length);
        }

        try
        {
            return (WeChatAnswer?)JsonSerializer.Deserialize(body, answerType)
                ?? throw Unusable(response, AttemptFailure.Final, "is the JSON null");
        }
        catch (JsonException exception)
        {
            // The parser's own message can quote the body, and the body can hold a session_key: only the place is kept.
            var cause = new JsonException("The body is not what the API answers with.", null, exception.LineNumber, exception.BytePositionInLine);
            throw IsJson(body)
                ? Unusable(response, AttemptFailure.Final, "is JSON of another shape", cause)
                : Unusable(response, AttemptFailure.Transient, body.IsEmpty ? "is empty" : "is not JSON", cause);
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static AttemptFailedException TooLong(HttpResponseMessage response) =>
        Unusable(response, AttemptFailure.Final, $"is longer than {MaxBodyBytes} bytes");

    private static AttemptFailedException Unusable(
        HttpResponseMessage response, AttemptFailure failure, string what, JsonException? cause = null)
    {
        var status = (int)response.StatusCode;
        return new(failure, status < 300 ? $"its answer {what}" : $"it answered HTTP {status}, and its answer {what}", cause)
        {
            // A 5xx is told before its body is read.
            IsAboutRequest = status >= 400,
        };
    }
}
