package app.upline.platform.persistence;

import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An id of a repository's method, or of a record that it writes: kept in a column of sixteen bytes.
 * Without it Micronaut Data takes a UUID for text on MySQL. A record that a query answers has to be
 * a mapped entity, whatever it is: of others Micronaut Data converts nothing.
 */
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidConverter.class)
public @interface BinaryId {}
