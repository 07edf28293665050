package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Records with a term that begins like this. Lucene's own query for it makes an automaton each time, which takes longer
 * than reading the few terms there are.
 */
final class BeginningQuery extends MultiTermQuery {
    private final Term beginning;

    BeginningQuery(Term beginning) {
        super(beginning.field(), CONSTANT_SCORE_BLENDED_REWRITE);
        this.beginning = beginning;
    }

    Term beginning() {
        return beginning;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return new FilteredTermsEnum(terms.iterator()) {
            {
                setInitialSeekTerm(beginning.bytes());
            }

            @Override
            protected AcceptStatus accept(BytesRef term) {
                return StringHelper.startsWith(term, beginning.bytes()) ? AcceptStatus.YES : AcceptStatus.END;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String defaultField) {
        return beginning + "*";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && beginning.equals(((BeginningQuery) other).beginning);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), beginning);
    }
}
